package dev.trellis.tracking.web;

import dev.trellis.platform.ProblemException;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.tracking.Activities;
import dev.trellis.tracking.ActivityResult;
import dev.trellis.tracking.ActivityResult.AlreadyImported;
import dev.trellis.tracking.ActivityResult.Invalid;
import dev.trellis.tracking.ActivityResult.Kept;
import dev.trellis.tracking.ActivityResult.Unknown;
import dev.trellis.tracking.ActivityResult.Unreadable;
import dev.trellis.tracking.ActivityResult.WhatWasIt;
import dev.trellis.tracking.ActivityType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An activity out of a file that a watch or a phone wrote. */
@Path(ActivityFilePages.ROOT)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ActivityFilePages {
    static final String ROOT = "/app/activity-file";

    private final Activities activities;
    private final Caller caller;
    private final Forms forms;

    ActivityFilePages(Activities activities, Caller caller, Forms forms) {
        this.activities = activities;
        this.caller = caller;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "tracking")
    static class Templates {
        static native TemplateInstance file(List<Option> types, Form form);
    }

    @GET
    public TemplateInstance ask() {
        return Templates.file(ActivityLine.TYPES, Form.empty());
    }

    @POST
    public Response read(Form form) {
        var files = form.files("file");
        if (files.size() != 1) {
            form.refuse("file", "Choose one GPX or TCX file.");
        }
        var type = form.choice("type", ActivityType.class);
        return forms.handleOnce(
                caller.actor(),
                form,
                files,
                () -> next(
                        form, activities.read(caller.actor(), files.getFirst().content(), type)),
                again -> Templates.file(ActivityLine.TYPES, again));
    }

    private static Next next(Form form, ActivityResult result) {
        return switch (result) {
            case Kept(var activity, var safety) ->
                Next.to(ActivityPages.ROOT + "/" + activity.id()).saying("Read. No place of it was kept.");
            case AlreadyImported(var activity) ->
                Next.to(ActivityPages.ROOT + "/" + activity.id())
                        .saying("This file was sent before; this is its activity.");
            case WhatWasIt() -> {
                form.refuse("type", "The file does not say what it was. Choose it here, and choose the file again.");
                throw ProblemException.invalid("/type", "The file does not say what it was.");
            }
            case Unreadable(var why) -> {
                form.refuse("file", why);
                throw ProblemException.invalid("/file", why);
            }
            case Invalid(var errors) -> {
                form.refuse("file", errors.getFirst().detail());
                throw ProblemException.invalid(errors);
            }
            case Unknown() -> throw new IllegalStateException("a file is no activity that there is already");
        };
    }
}
