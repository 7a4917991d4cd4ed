package dev.trellis.students;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the trainer of a new case: who works with the student already, then who is good at what is suggested, then who
 * has the most room; trainers before leads. Each case that is given fills its trainer up for the next.
 */
final class Routing {
    private final Map<UUID, List<Candidate>> byCourse = new HashMap<>();
    private final Map<Candidate, Integer> open = new HashMap<>();

    /** A trainer of a course with what they have to do there. */
    record Candidate(
            UUID courseId,
            UUID trainerId,
            StaffMember.Position role,
            Set<String> expertise,
            int capacity,
            int openCases) {}

    Routing(List<Candidate> staff) {
        for (var candidate : staff) {
            byCourse.computeIfAbsent(candidate.courseId(), course -> new ArrayList<>())
                    .add(candidate);
            open.put(candidate, candidate.openCases());
        }
    }

    /** The trainer, or nothing when nobody of the course has room; then it waits for a lead. */
    Optional<UUID> choose(UUID courseId, String suggestedType, Set<UUID> trainersOfStudent) {
        var chosen = Objects.requireNonNullElse(byCourse.get(courseId), List.<Candidate>of()).stream()
                .filter(candidate -> openCases(candidate) < candidate.capacity())
                .min(Comparator.<Candidate, Boolean>comparing(
                                candidate -> !trainersOfStudent.contains(candidate.trainerId()))
                        .thenComparing(Candidate::role)
                        .thenComparing(candidate -> !candidate.expertise().contains(suggestedType))
                        .thenComparing(candidate -> (double) openCases(candidate) / candidate.capacity())
                        .thenComparing(Candidate::trainerId));
        chosen.ifPresent(candidate -> open.merge(candidate, 1, Integer::sum));
        return chosen.map(Candidate::trainerId);
    }

    private int openCases(Candidate candidate) {
        return Objects.requireNonNull(open.get(candidate));
    }
}
