package dev.trellis.interventions;

import dev.trellis.interventions.recommendation.CatalogueEntry;
import dev.trellis.interventions.recommendation.CatalogueSnapshot;
import dev.trellis.platform.Database;
import dev.trellis.platform.embedding.Embedder;
import dev.trellis.platform.embedding.Embedders;
import dev.trellis.platform.embedding.EmbeddingFailed;
import dev.trellis.platform.embedding.EmbeddingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue in memory, ready to be searched and ranked; every node has its own. It is compared with the tables at
 * most every two seconds, and built anew when they have changed. Never to be asked inside an open transaction: it reads
 * the tables by itself, and a configured model may take its time.
 *
 * <p>While a configured model cannot be reached, the built-in embedder stands in; the snapshot says whose vectors it
 * compared.
 */
@ApplicationScoped
public class CatalogueIndex {
    private static final Logger LOG = Logger.getLogger(CatalogueIndex.class);
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);

    private final Database database;
    private final CatalogueStore store;
    private final InstantSource clock;
    private final Embedder builtIn = Embedders.from(EmbeddingSettings.builtin());
    private final @Nullable RememberingEmbedder configured;

    private final ReentrantLock rebuilding = new ReentrantLock();
    private final AtomicReference<@Nullable Indexed> current = new AtomicReference<>();
    private volatile Instant configuredRestsUntil = Instant.MIN;

    CatalogueIndex(
            Database database, CatalogueStore store, EmbeddingStore vectors, Embedder configured, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
        this.configured =
                configured.model().equals(builtIn.model()) ? null : new RememberingEmbedder(configured, vectors);
    }

    /** What the tables held, and its two snapshots; that of the configured model is missing until it has answered. */
    private record Indexed(
            String version,
            Instant checkedAt,
            List<CatalogueEntry> entries,
            CatalogueSnapshot byBuiltIn,
            @Nullable CatalogueSnapshot byConfigured) {
        Indexed checked(Instant now) {
            return new Indexed(version, now, entries, byBuiltIn, byConfigured);
        }

        Indexed with(CatalogueSnapshot configuredOnes) {
            return new Indexed(version, checkedAt, entries, byBuiltIn, configuredOnes);
        }
    }

    /** Asks the catalogue as it is now: with the configured model's vectors, or with the built-in ones when it fails. */
    public <T> T ask(Function<CatalogueSnapshot, T> question) {
        var indexed = upToDate();
        if (configured != null && !clock.instant().isBefore(configuredRestsUntil)) {
            try {
                return question.apply(byConfigured(indexed, configured));
            } catch (EmbeddingFailed e) {
                LOG.warnf("embedding model %s: %s; the built-in one stands in", configured.model(), e.getMessage());
                configuredRestsUntil = clock.instant().plus(REST);
            }
        }
        return question.apply(indexed.byBuiltIn());
    }

    /** One thread rebuilds; the others meanwhile use what there is. */
    private Indexed upToDate() {
        var known = current.get();
        if (known != null && isFresh(known)) {
            return known;
        }
        if (known != null && !rebuilding.tryLock()) {
            return known;
        }
        if (known == null) {
            rebuilding.lock();
        }
        try {
            var again = current.get();
            var indexed = again != null && isFresh(again) ? again : refreshed(again);
            current.set(indexed);
            return indexed;
        } finally {
            rebuilding.unlock();
        }
    }

    private boolean isFresh(Indexed known) {
        return Duration.between(known.checkedAt(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private Indexed refreshed(@Nullable Indexed known) {
        var now = clock.instant();
        var read = database.asJob(tx -> read(tx, known));
        if (known != null && known.version().equals(read.version())) {
            return known.checked(now);
        }
        var snapshot = known == null
                ? CatalogueSnapshot.of(read.entries(), builtIn)
                : known.byBuiltIn().rebuiltWith(read.entries());
        return new Indexed(read.version(), now, read.entries(), snapshot, null);
    }

    private record Read(String version, List<CatalogueEntry> entries) {}

    /** The version first: whatever changes in between is noticed next time. */
    private Read read(Handle tx, @Nullable Indexed known) {
        var version = store.version(tx);
        if (known != null && known.version().equals(version)) {
            return new Read(version, known.entries());
        }
        var rows = store.page(tx, 0, null, null, Integer.MAX_VALUE);
        return new Read(
                version,
                rows.stream()
                        .map(row -> CatalogueEntries.of(row, store.habits(row)))
                        .toList());
    }

    private CatalogueSnapshot byConfigured(Indexed indexed, RememberingEmbedder model) {
        var ready = indexed.byConfigured();
        if (ready != null) {
            return ready;
        }
        model.remember(
                indexed.entries().stream().map(CatalogueEntry::documentText).collect(Collectors.toSet()));
        var made = CatalogueSnapshot.of(indexed.entries(), model);
        current.updateAndGet(
                latest -> latest != null && latest.version().equals(indexed.version()) ? latest.with(made) : latest);
        return made;
    }
}
