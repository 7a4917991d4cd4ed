package dev.trellis.interventions;

import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Vectors of catalogue texts, kept so that no restart and no second node pays a model for them again. */
@ApplicationScoped
class EmbeddingStore {
    private final Database database;

    EmbeddingStore(Database database) {
        this.database = database;
    }

    /** The vectors of those texts that are known. */
    Map<String, float[]> find(String model, List<String> texts) {
        var textByHash = new HashMap<String, String>();
        texts.forEach(text -> textByHash.put(hash(text), text));
        var found = new HashMap<String, float[]>();
        database.runJob(tx -> tx.createQuery("""
                        select text_hash, vector
                          from catalogue_embeddings
                         where model = :model and text_hash = any (:hashes)
                        """)
                .bind("model", model)
                .bindArray(
                        "hashes",
                        String.class,
                        texts.stream().map(EmbeddingStore::hash).toList())
                .map((row, context) -> {
                    var vector = (Float[]) row.getArray("vector").getArray();
                    return found.put(textByHash.get(row.getString("text_hash")), plain(vector));
                })
                .list());
        return found;
    }

    /** Keeps the vectors; of two nodes that made the same ones the first wins. */
    void keep(String model, Map<String, float[]> vectors) {
        var hashes = new ArrayList<String>();
        var literals = new ArrayList<String>();
        vectors.forEach((text, vector) -> {
            hashes.add(hash(text));
            literals.add(literal(vector));
        });
        database.runJob(tx -> tx.createUpdate("""
                        insert into catalogue_embeddings (model, text_hash, vector)
                        select :model, hash, literal::float4[]
                          from unnest(:hashes::text[], :literals::text[]) as new (hash, literal)
                            on conflict do nothing
                        """)
                .bind("model", model)
                .bindArray("hashes", String.class, hashes)
                .bindArray("literals", String.class, literals)
                .execute());
    }

    private static float[] plain(Float[] boxed) {
        var plain = new float[boxed.length];
        for (var i = 0; i < boxed.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }

    /** PostgreSQL's way of writing an array: rows of arrays cannot be sent as one. */
    private static String literal(float[] vector) {
        var literal = new StringBuilder(vector.length * 12).append('{');
        for (var i = 0; i < vector.length; i++) {
            literal.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return literal.append('}').toString();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
