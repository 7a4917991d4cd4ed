package dev.trellis.students.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Json;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageContext;
import dev.trellis.students.CaseStatus;
import dev.trellis.students.NextSteps;
import dev.trellis.students.RiskView.CourseRisk;
import dev.trellis.students.StudentCase;
import dev.trellis.students.StudentCases;
import dev.trellis.students.StudentCases.CaseFile;
import dev.trellis.students.StudentRisks;
import dev.trellis.students.TaughtCourses;
import dev.trellis.students.TaughtCourses.Colleague;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts together what the page of a case shows. */
@RequestScoped
class CaseReader {
    private final StudentCases cases;
    private final StudentRisks risks;
    private final TaughtCourses courses;
    private final PageContext page;
    private final Json json;

    CaseReader(StudentCases cases, StudentRisks risks, TaughtCourses courses, PageContext page, Json json) {
        this.cases = cases;
        this.risks = risks;
        this.courses = courses;
        this.page = page;
        this.json = json;
    }

    CaseView required(Actor trainer, UUID id) {
        return find(trainer, id).map(file -> view(trainer, file)).orElseThrow(() -> ProblemException.notFound("case"));
    }

    Optional<CaseFile> find(Actor trainer, UUID id) {
        return cases.find(trainer, id);
    }

    /** Words with the day, and the name of who writes them. */
    String signed(String words) {
        return page.today() + " " + page.name() + ": " + words;
    }

    private CaseView view(Actor trainer, CaseFile file) {
        var current = file.current();
        var staff = courses.colleagues(trainer, current.courseId());
        var names = names(staff);
        var leads = courses.of(trainer).stream()
                .anyMatch(course -> course.courseId().equals(current.courseId()) && course.isLed());
        var risk = risks.of(trainer, current.studentId())
                .flatMap(student -> student.items().stream()
                        .filter(course -> course.courseId().equals(current.courseId()))
                        .findFirst());
        var reasons = risk.map(CourseRisk::reasons).orElse(List.of());
        var contacts = file.contacts();
        return new CaseView(
                current,
                current.assignedTrainerId() == null ? "" : name(names, current.assignedTrainerId()),
                leads
                        || current.assignedTrainerId() == null
                        || current.assignedTrainerId().equals(trainer.userId()),
                leads,
                reasons,
                risk.map(CourseRisk::assessedOn).orElse(null),
                CaseLines.reasons(current.riskReasons()),
                contacts.stream()
                        .map(contact -> new CaseView.Tried(
                                contact, contact.madeBy() == null ? "" : name(names, contact.madeBy())))
                        .toList(),
                NextSteps.of(
                        contacts.isEmpty() ? null : contacts.getLast().interventionType(),
                        current.interventionType(),
                        current.riskReasons()),
                NextSteps.firstWords(current.courseTitle(), reasons),
                risk.map(CourseRisk::comments).orElse(List.of()),
                risk.map(CourseRisk::concerns).orElse(List.of()),
                file.history().stream()
                        .map(entry -> CaseLines.of(entry, json.read(entry.changed(), JsonNode.class), names))
                        .filter(line -> !line.changes().isEmpty())
                        .toList()
                        .reversed(),
                staff.stream()
                        .map(one -> Option.of(one.trainerId().toString(), one.name()))
                        .toList(),
                isOverdue(current));
    }

    private boolean isOverdue(StudentCase current) {
        return current.status() == CaseStatus.PENDING && current.dueOn().isBefore(page.today());
    }

    private static Map<String, String> names(List<Colleague> staff) {
        var names = new HashMap<String, String>();
        staff.forEach(one -> names.put(one.trainerId().toString(), one.name()));
        return names;
    }

    private static String name(Map<String, String> names, UUID id) {
        return names.getOrDefault(id.toString(), "somebody who was on the staff");
    }
}
