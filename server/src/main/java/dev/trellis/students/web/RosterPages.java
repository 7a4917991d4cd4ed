package dev.trellis.students.web;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Scope;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.Zones;
import dev.trellis.students.RosterImports;
import dev.trellis.students.RosterImports.FileProblem;
import dev.trellis.students.RosterImports.Mode;
import dev.trellis.students.RosterImports.NewRosterImport;
import dev.trellis.students.RosterImports.RosterImport;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Roster files for registrars: send them, see how far they are, and what has to be put right. */
@Path(RosterPages.ADDRESS)
@ForBrowsers
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class RosterPages {
    static final String ADDRESS = "/app/operations/rosters";

    private static final int SHOWN_PROBLEMS = 50;
    private static final List<Option> MODES = List.of(
            new Option(
                    Mode.ALL_OR_NOTHING.wire(),
                    "A file with a wrong line is refused whole",
                    "For a first import: nothing is taken over by halves."),
            new Option(
                    Mode.RESUMABLE.wire(),
                    "Good lines are taken over, wrong ones reported",
                    "For large files: it goes on where it stopped, whatever happens to the server."));

    private final RosterImports imports;
    private final Forms forms;
    private final Caller caller;

    RosterPages(RosterImports imports, Forms forms, Caller caller) {
        this.imports = imports;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "students")
    static class Templates {
        static native TemplateInstance rosters(
                List<RosterImport> items, String next, Form form, List<Option> modes, List<String> zones);

        static native TemplateInstance roster(View view);

        static native TemplateInstance roster$state(View view);
    }

    /**
     * An import.
     *
     * @param problems the first of its wrong lines
     * @param more how many there are besides
     */
    public record View(RosterImport current, List<FileProblem> problems, int more) {
        /** Whether it is still being read, or about to be. */
        public boolean isMoving() {
            return !current.status().equals("finished") && !current.status().equals("receiving");
        }

        /** Whether every line was taken over. */
        public boolean isClean() {
            return current.status().equals("finished")
                    && current.files().stream().allMatch(file -> file.status().equals("read") && file.refused() == 0);
        }

        /** Where it is. */
        public String address() {
            return ADDRESS + "/" + current.id();
        }
    }

    @GET
    public TemplateInstance page(@QueryParam("cursor") @Nullable String cursor) {
        return page(Form.empty().with("mode", Mode.ALL_OR_NOTHING).with("time_zone", "UTC"), cursor);
    }

    @POST
    public Response send(Form form) {
        var registrar = caller.as(Role.ADMIN);
        var upload = RosterUpload.of(form.files("files"));
        if (upload.isUnreadable()) {
            form.refuse(
                    "files", "An archive could not be opened, or holds more than 250 MB. Send its files one by one.");
        } else if (upload.parts().isEmpty()) {
            form.refuse(
                    "files",
                    "Choose academicSessions.csv, classes.csv, users.csv or enrollments.csv, or a .zip with them.");
        }
        var wanted = new NewRosterImport(
                form.text("source"),
                Objects.requireNonNullElse(form.choice("mode", Mode.class), Mode.ALL_OR_NOTHING),
                form.text("time_zone"));
        return forms.handleOnce(
                registrar,
                form,
                wanted,
                () -> Next.to(ADDRESS + "/" + begin(registrar, wanted, upload)).saying(said(upload)),
                again -> page(again, null));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance find(@PathParam("id") UUID id) {
        return Templates.roster(required(id));
    }

    /** The part of the page that changes while files are read; it asks for itself again as long as they are. */
    @GET
    @Path("/{id}/state")
    public TemplateInstance state(@PathParam("id") UUID id) {
        return Templates.roster$state(required(id));
    }

    @GET
    @Path("/{id}/errors.csv")
    @Produces(RosterErrors.CSV)
    public Response errors(@PathParam("id") UUID id) {
        return RosterErrors.answer(
                imports.problems(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("import")));
    }

    private UUID begin(Actor registrar, NewRosterImport wanted, RosterUpload upload) {
        var id = imports.begin(registrar, wanted).id();
        upload.parts()
                .forEach(part -> RosterImportsApi.done(
                        imports.receive(registrar, id, part.file(), part.number(), part.content())));
        RosterImportsApi.done(imports.handOver(registrar, id));
        return id;
    }

    private static String said(RosterUpload upload) {
        var taken = "The files are here and are read within seconds.";
        return upload.ignored().isEmpty()
                ? taken
                : taken + " Not needed, and not opened: "
                        + String.join(", ", upload.ignored().stream().limit(5).toList()) + ".";
    }

    private View required(UUID id) {
        var registrar = caller.as(Role.ADMIN);
        var current = imports.find(registrar, id).orElseThrow(() -> ProblemException.notFound("import"));
        var problems = imports.problems(registrar, id).orElse(List.of());
        return new View(
                current,
                problems.stream().limit(SHOWN_PROBLEMS).toList(),
                Math.max(0, problems.size() - SHOWN_PROBLEMS));
    }

    private TemplateInstance page(Form form, @Nullable String cursor) {
        var page = imports.list(caller.as(Role.ADMIN), PageRequest.of(null, cursor));
        return Templates.rosters(
                page.items(), Objects.requireNonNullElse(page.nextCursor(), ""), form, MODES, Zones.ALL);
    }
}
