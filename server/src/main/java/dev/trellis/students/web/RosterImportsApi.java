package dev.trellis.students.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.ProblemException;
import dev.trellis.platform.ProblemType;
import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.Answer;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Once;
import dev.trellis.platform.web.Scope;
import dev.trellis.students.RosterImports;
import dev.trellis.students.RosterImports.NewRosterImport;
import dev.trellis.students.RosterImports.RosterImport;
import dev.trellis.students.RosterImports.Step;
import dev.trellis.students.roster.RosterFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Roster files in the form of OneRoster 1.1. */
@Path("/roster-imports")
@Access(role = Role.ADMIN, scopes = Scope.OPERATE)
@RunOnVirtualThread
@Tag(name = "Rosters")
public class RosterImportsApi {
    private static final int MOST_PARTS = 1000;

    private final RosterImports imports;
    private final Caller caller;
    private final Once once;

    RosterImportsApi(RosterImports imports, Caller caller, Once once) {
        this.imports = imports;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Operation(summary = "Begin an import; its files are sent next")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RosterImport.class)))
    public Response begin(@NotNull @Valid NewRosterImport body) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, body, () -> {
            var begun = imports.begin(registrar, body);
            return Answer.created("/roster-imports/" + begun.id(), begun);
        });
    }

    @GET
    @Operation(summary = "Imports, newest first")
    public Page<RosterImport> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return imports.list(caller.as(Role.ADMIN), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an import is, file by file")
    public RosterImport find(@PathParam("id") UUID id) {
        return imports.find(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("import"));
    }

    @PUT
    @Path("/{id}/files/{name}/parts/{part}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Send a part of a file; parts are counted from 0 and put together in that order",
            description = "academicSessions.csv, classes.csv, users.csv or enrollments.csv. A part that is sent again"
                    + " replaces the one before.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RosterImport.class)))
    public Response receive(
            @PathParam("id") UUID id, @PathParam("name") String name, @PathParam("part") int part, byte[] body) {
        var registrar = caller.as(Role.ADMIN);
        var file = RosterFile.named(name)
                .orElseThrow(() -> ProblemException.invalid(
                        "/path/name",
                        "The files that are read are "
                                + Arrays.stream(RosterFile.values())
                                        .map(RosterFile::fileName)
                                        .collect(Collectors.joining(", "))
                                + "; others, demographics among them, are not."));
        if (part < 0 || part >= MOST_PARTS) {
            throw ProblemException.invalid("/path/part", "A file has at most " + MOST_PARTS + " parts, from 0.");
        }
        return once.answer(registrar, body, () -> Answer.ok(done(imports.receive(registrar, id, file, part, body))));
    }

    @POST
    @Path("/{id}/start")
    @Operation(summary = "Have the files read that were sent")
    @APIResponse(
            responseCode = "202",
            description = "They are read within seconds",
            content = @Content(schema = @Schema(implementation = RosterImport.class)))
    public Response handOver(@PathParam("id") UUID id) {
        var registrar = caller.as(Role.ADMIN);
        return once.answer(registrar, null, () -> Answer.accepted(done(imports.handOver(registrar, id))));
    }

    @GET
    @Path("/{id}/errors")
    @Produces(RosterErrors.CSV)
    @Operation(summary = "Every line that was not taken over and why, as CSV")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = RosterErrors.CSV, schema = @Schema(implementation = String.class)))
    public Response errors(@PathParam("id") UUID id) {
        return RosterErrors.answer(
                imports.problems(caller.as(Role.ADMIN), id).orElseThrow(() -> ProblemException.notFound("import")));
    }

    static RosterImport done(Step step) {
        return switch (step) {
            case Step.Done(var current) -> current;
            case Step.NotReceiving(var status) ->
                throw new ProblemException(
                        ProblemType.WRONG_STATE, "The import is " + status + "; begin another for more files.");
            case Step.NoFile() -> throw new ProblemException(ProblemType.WRONG_STATE, "No file was sent yet.");
            case Step.Unknown() -> throw ProblemException.notFound("import");
        };
    }
}
