package dev.trellis.students.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.StudentCase.HistoryEntry;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What became of a case, line by line, in words. */
public final class CaseLines {
    private static final String NOT_REACHED = " (not reached)";

    private CaseLines() {}

    /** Who changed what, and when. */
    public record Line(String who, Instant when, List<String> changes) {}

    /** What was tried, oldest first, as the worklist tells it. */
    static String tried(List<String> tried) {
        return tried.stream()
                .map(one -> one.endsWith(NOT_REACHED)
                        ? words(one.substring(0, one.length() - NOT_REACHED.length())) + ", no answer"
                        : words(one))
                .collect(Collectors.joining("; "));
    }

    /** Reasons of an earlier time, without their values. */
    static String reasons(List<String> codes) {
        return codes.stream()
                .map(code -> StudentWords.words(RiskReason.valueOf(code)))
                .collect(Collectors.joining("; "));
    }

    /**
     * One entry of the history.
     *
     * @param changed what changed, as the history holds it
     * @param names the staff by id
     */
    static Line of(HistoryEntry entry, JsonNode changed, Map<String, String> names) {
        var lines = new ArrayList<String>();
        changed.properties().forEach(field -> {
            var line = line(field.getKey(), field.getValue(), names);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        });
        return new Line(who(entry.actor(), names), entry.createdAt(), lines);
    }

    private static String line(String column, JsonNode value, Map<String, String> names) {
        return switch (column) {
            case "status" -> "Status: " + lower(StudentWords.words(CaseStatus.of(value.asText())));
            case "risk_level" -> "Level: " + lower(StudentWords.words(RiskLevel.of(value.asText())));
            case "risk_reasons" -> "Reasons: " + (value.isEmpty() ? "none any more" : reasons(texts(value)));
            case "intervention_type" -> value.isNull() ? "No plan any more" : "Plan: " + lower(words(value.asText()));
            case "assigned_trainer_id" -> value.isNull() ? "With nobody now" : "With " + who(value.asText(), names);
            case "outcome" ->
                value.isNull() ? "" : "Outcome: " + lower(StudentWords.words(CaseOutcome.of(value.asText())));
            case "notes" -> "Notes of the staff were written";
            case "trainer_notes" -> "The trainer's own notes were written";
            case "resolution_notes" -> value.isNull() ? "" : "How it ended was written down";
            case "deleted_at" -> "Deleted";
            default -> "";
        };
    }

    private static String who(String actor, Map<String, String> names) {
        return actor.equals("job") ? "The server" : names.getOrDefault(actor, "Somebody who was on the staff");
    }

    private static String words(String wire) {
        return Arrays.stream(InterventionType.values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .map(StudentWords::words)
                .orElse(wire);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ENGLISH) + words.substring(1);
    }
}
