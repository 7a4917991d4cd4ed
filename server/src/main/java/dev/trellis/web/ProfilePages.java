package dev.trellis.web;

import dev.trellis.identity.Profile;
import dev.trellis.identity.Profiles;
import dev.trellis.interventions.recommendation.ContraindicationTag;
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
import java.util.Arrays;
import java.util.List;

/** What a person tells about themselves, all of it optional and theirs to change at any time. */
@Path(ProfilePages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ProfilePages {
    static final String ADDRESS = "/app/settings/profile";

    private static final List<Option> SEXES = List.of(
            Option.of("female", "Female"),
            Option.of("male", "Male"),
            Option.of("other", "Other, or I would rather not say"));

    private static final List<Option> TRAINING = List.of(
            Option.of("none", "I do not train"),
            Option.of("beginner", "Less than six months"),
            Option.of("intermediate", "Six months to two years"),
            Option.of("advanced", "More than two years"));

    private final Profiles profiles;
    private final ProfileForm fields;
    private final ConditionalReads reads;
    private final Forms forms;
    private final Caller caller;

    ProfilePages(Profiles profiles, ProfileForm fields, ConditionalReads reads, Forms forms, Caller caller) {
        this.profiles = profiles;
        this.fields = fields;
        this.reads = reads;
        this.forms = forms;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance profile(Form form, Choices choices);
    }

    /** A safety question: the name of its field, and its words. */
    public record Question(String name, String words) {}

    /**
     * What the page offers.
     *
     * @param version of the profile the page shows: a change made elsewhere meanwhile is not overwritten unseen
     */
    public record Choices(
            String version,
            List<Option> sexes,
            List<Option> training,
            List<Option> equipment,
            List<Option> allergens,
            List<Option> areas,
            List<Question> questions) {}

    @GET
    public TemplateInstance page() {
        var profile = profiles.mine(caller.actor());
        return Templates.profile(fields.of(profile), choices(profile));
    }

    @POST
    public Response change(Form form) {
        var actor = caller.actor();
        var wanted = fields.read(form, profiles.mine(actor));
        return forms.handleOnce(
                actor,
                form,
                wanted,
                () -> {
                    profiles.replace(actor, current -> {
                        reads.requireMatch(form.optionalText("version"), current);
                        return wanted;
                    });
                    return Next.to(ADDRESS).saying("Saved. Suggestions follow it from now on.");
                },
                again -> Templates.profile(again, choices(profiles.mine(actor))));
    }

    private Choices choices(Profile profile) {
        return new Choices(
                reads.tagOf(profile),
                SEXES,
                TRAINING,
                fields.equipment(),
                fields.allergens(),
                fields.areas(),
                fields.flags(profile).stream()
                        .map(flag -> new Question(ProfileForm.FLAG + flag, words(flag)))
                        .toList());
    }

    /** The catalogue's own question; for a flag that only a program of the person's uses, its name. */
    private static String words(String flag) {
        return Arrays.stream(ContraindicationTag.values())
                .filter(tag -> tag.code().equals(flag))
                .map(ContraindicationTag::question)
                .findFirst()
                .orElse(flag.replace('_', ' '));
    }
}
