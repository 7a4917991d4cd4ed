package dev.trellis.demo;

import dev.trellis.platform.Actor;
import dev.trellis.students.RosterImporter;
import dev.trellis.students.RosterImports;
import dev.trellis.students.RosterImports.Mode;
import dev.trellis.students.RosterImports.NewRosterImport;
import dev.trellis.students.roster.RosterFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Sends the roster of the demo's course, as a student information system would: with one line that is wrong. */
@ApplicationScoped
class DemoRoster {
    static final String SOURCE = "demo";
    static final String COURSE = "demo-statics";

    private final RosterImports imports;
    private final RosterImporter importer;

    DemoRoster(RosterImports imports, RosterImporter importer) {
        this.imports = imports;
        this.importer = importer;
    }

    void send(Actor registrar, LocalDate firstDay, LocalDate lastDay) {
        var id = imports.begin(registrar, new NewRosterImport(SOURCE, Mode.RESUMABLE, DemoCourse.ZONE))
                .id();
        for (var file : RosterFile.values()) {
            imports.receive(
                    registrar, id, file, 0, text(file, firstDay, lastDay).getBytes(StandardCharsets.UTF_8));
        }
        imports.handOver(registrar, id);
        while (importer.workOff(() -> true)) {
            // Until ours is done, too.
        }
    }

    private static String text(RosterFile file, LocalDate firstDay, LocalDate lastDay) {
        return switch (file.fileName()) {
            case "academicSessions.csv" -> """
                    sourcedId,status,title,type,startDate,endDate
                    demo-term,active,This term,term,%s,%s
                    """.formatted(firstDay, lastDay);
            case "classes.csv" -> """
                    sourcedId,status,title,classCode,termSourcedIds
                    %s,active,Statics for beginners,ST1,demo-term
                    """.formatted(COURSE);
            case "users.csv" -> users();
            default -> enrollments();
        };
    }

    private static String users() {
        var lines = new StringBuilder("""
                sourcedId,status,role,givenName,familyName,email
                tara,,teacher,Tara,Brandt,%s
                leo,,teacher,Leo,Ferreira,%s
                """.formatted(DemoData.TRAINER, DemoData.LEAD));
        DemoStudent.ALL.forEach(one -> lines.append(
                "%s,,student,%s,%s,%s\n".formatted(one.id(), one.givenName(), one.familyName(), one.email())));
        return lines.append("nils,,student,Nils,Without-Address,\n").toString();
    }

    private static String enrollments() {
        var lines = new StringBuilder("""
                sourcedId,status,classSourcedId,userSourcedId,role,primary,beginDate,endDate
                e-tara,,%1$s,tara,teacher,false,,
                e-leo,,%1$s,leo,teacher,true,,
                """.formatted(COURSE));
        DemoStudent.ALL.forEach(one -> lines.append("e-%s,,%s,%s,student,,,\n".formatted(one.id(), COURSE, one.id())));
        return lines.toString();
    }
}
