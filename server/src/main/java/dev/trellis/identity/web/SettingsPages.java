package dev.trellis.identity.web;

import dev.trellis.identity.People;
import dev.trellis.identity.Person;
import dev.trellis.identity.PersonalSettings;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.ConditionalReads;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/** Where people set how they and their days are; and the way to the other settings. */
@Path(SettingsPages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class SettingsPages {
    static final String ADDRESS = "/app/settings";
    private static final String YOU = ADDRESS + "/you";

    private final People people;
    private final ConditionalReads reads;
    private final Forms forms;
    private final Caller caller;

    SettingsPages(People people, ConditionalReads reads, Forms forms, Caller caller) {
        this.people = people;
        this.reads = reads;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance settings(Person person);

        static native TemplateInstance you(Form form, Person person, You choices);
    }

    /**
     * What the page of one's account offers.
     *
     * @param version of the settings the page shows: a change made elsewhere meanwhile is not overwritten unseen
     */
    public record You(String version, List<Option> languages, List<Option> countries, List<Option> zones) {}

    @GET
    public TemplateInstance hub() {
        return Templates.settings(people.me(caller.actor()));
    }

    @GET
    @Path("/you")
    public TemplateInstance you() {
        var settings = people.me(caller.actor()).settings();
        return you(Form.empty()
                .with("display_name", settings.displayName())
                .with("locale", settings.locale())
                .with("country", settings.country())
                .with("time_zone", settings.timeZone())
                .with("day_start", settings.dayStart()));
    }

    @POST
    @Path("/you")
    public Response change(Form form) {
        var actor = caller.actor();
        var wanted = wanted(form);
        return forms.handleOnce(
                actor,
                form,
                wanted,
                () -> {
                    people.change(actor, current -> {
                        reads.requireMatch(form.optionalText("version"), current);
                        return wanted;
                    });
                    return Next.to(YOU).saying("Saved.");
                },
                this::you);
    }

    private static PersonalSettings wanted(Form form) {
        if (!form.has("display_name")) {
            form.refuse("display_name", "Tell us what to call you.");
        }
        if (!form.has("day_start")) {
            form.refuse("day_start", "Say when a new day begins for you, such as 04:00.");
        }
        return new PersonalSettings(
                form.text("display_name"),
                form.text("locale"),
                form.optionalText("country"),
                form.text("time_zone"),
                Objects.requireNonNullElse(form.time("day_start"), LocalTime.MIDNIGHT));
    }

    private TemplateInstance you(Form form) {
        var person = people.me(caller.actor());
        var choices = new You(
                reads.tagOf(person),
                Choices.languages(person.locale()),
                Choices.countries(Objects.requireNonNullElse(person.country(), "")),
                Choices.zones(person.timeZone()));
        return Templates.you(form, person, choices);
    }
}
