package dev.trellis.students;

import dev.trellis.events.AuditLog;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.students.risk.FairnessReport;
import dev.trellis.students.risk.FairnessReport.Judged;
import dev.trellis.students.risk.RiskLevel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether levels were right, each term (domain 10.5). Groups are named by whoever asks, where the law lets them; they
 * are compared, and neither kept nor ever used for a level.
 */
@ApplicationScoped
public class LevelReports {
    private final Database database;
    private final AuditLog audit;

    LevelReports(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    private record Finished(UUID studentId, RiskLevel highest, boolean endedBadly) {}

    private record Compared(int students, int groups) {}

    /** The report over finished enrollments of the courses the reader leads, or of one of them. */
    public FairnessReport of(Actor lead, @Nullable UUID courseId, Map<String, List<UUID>> groups) {
        var groupOf = new HashMap<UUID, String>();
        groups.forEach((group, students) -> students.forEach(student -> groupOf.put(student, group)));
        return database.as(lead, tx -> {
            var finished = tx.createQuery("""
                            select e.user_id as student_id, e.status in ('withdrawn', 'failed') as ended_badly,
                                   (array ['low', 'moderate', 'high', 'critical'])[max(
                                       array_position(array ['low', 'moderate', 'high', 'critical'], a.level))] as highest
                              from student_enrollments e
                              join risk_assessments a on a.user_id = e.user_id and a.enrollment_id = e.id
                             where e.status <> 'active' and e.course_id in (select led_courses())
                               and (:course::uuid is null or e.course_id = :course)
                             group by e.user_id, e.id, e.status
                            """)
                    .bind("course", courseId)
                    .mapTo(Finished.class)
                    .list();
            audit.record(tx, lead, "student.levels_reported", null, new Compared(finished.size(), groups.size()));
            return FairnessReport.of(finished.stream()
                    .map(one -> new Judged(one.highest(), one.endedBadly(), groupOf.get(one.studentId())))
                    .toList());
        });
    }
}
