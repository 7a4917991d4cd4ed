package dev.trellis.interventions.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A synthetic intake with the grade, 0-3, that each item deserves for it; what is not named deserves 0. */
record JudgedIntake(
        String id,
        boolean heldOut,
        Intake intake,
        Set<ContraindicationTag> flags,
        boolean cycle,
        Map<String, Integer> judged) {

    static List<JudgedIntake> all() {
        var resource = Objects.requireNonNull(JudgedIntake.class.getResourceAsStream("/judged_intakes.json"));
        try (resource) {
            var root = new ObjectMapper().readTree(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            return StreamSupport.stream(root.spliterator(), false)
                    .map(JudgedIntake::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PersonFacts person(LocalDate today) {
        return new PersonFacts(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                today,
                flags,
                Set.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                cycle,
                false);
    }

    List<Integer> grades(Collection<CatalogueEntry> ranked) {
        return ranked.stream()
                .map(entry -> judged.getOrDefault(entry.slug(), 0))
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }

    private static JudgedIntake of(JsonNode node) {
        var intake = new Intake(
                node.path("goal").asText(),
                node.path("text").asText(),
                texts(node.path("categories")),
                Set.of(),
                number(node, "sleepQuality"),
                number(node, "stress"),
                node.hasNonNull("cyclePhase") ? node.path("cyclePhase").asText() : null,
                number(node, "maxDurationDays"),
                number(node, "maxMinutesPerDay"),
                false);
        var flags = new HashSet<ContraindicationTag>();
        texts(node.path("flags")).forEach(code -> flags.add(ContraindicationTag.of(code)));
        var judged = new HashMap<String, Integer>();
        node.path("judged")
                .properties()
                .forEach(entry -> judged.put(entry.getKey(), entry.getValue().asInt()));
        return new JudgedIntake(
                node.path("id").asText(),
                node.path("heldOut").asBoolean(),
                intake,
                flags,
                node.path("cycleFeatures").asBoolean(),
                judged);
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static OptionalInt number(JsonNode node, String field) {
        return node.hasNonNull(field) ? OptionalInt.of(node.path(field).asInt()) : OptionalInt.empty();
    }
}
