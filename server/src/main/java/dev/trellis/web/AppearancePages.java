package dev.trellis.web;

import dev.trellis.platform.web.BrowserCookies;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.Visit;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Forms;
import dev.trellis.platform.web.pages.Forms.Next;
import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;

/** Light, dark, or as the device: kept in the browser, because it belongs to the device and not to the person. */
@Path(AppearancePages.ADDRESS)
@ForBrowsers
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class AppearancePages {
    static final String ADDRESS = "/app/settings/appearance";
    private static final Duration KEPT = Duration.ofDays(400);

    private static final List<Option> THEMES = List.of(
            Option.of("light", "Light"),
            Option.of("dark", "Dark"),
            new Option("auto", "As this device", "Changes when the device does."));

    private final PageContext page;
    private final BrowserCookies cookies;
    private final Visit visit;
    private final Forms forms;

    AppearancePages(PageContext page, BrowserCookies cookies, Visit visit, Forms forms) {
        this.page = page;
        this.cookies = cookies;
        this.visit = visit;
        this.forms = forms;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance appearance(Form form, List<Option> themes);
    }

    /** What was chosen. */
    public record Appearance(
            @Pattern(regexp = "light|dark|auto", message = "Choose one of the three.")
            String theme) {}

    @GET
    public TemplateInstance page() {
        return Templates.appearance(Form.empty().with("theme", page.theme()), THEMES);
    }

    @POST
    public Response change(Form form) {
        var chosen = new Appearance(form.text("theme"));
        return forms.handle(
                form,
                chosen,
                () -> {
                    visit.keep(cookies.write(BrowserCookies.Kind.THEME, chosen.theme(), KEPT));
                    return forms.next(Next.to(ADDRESS).saying("Saved on this device."));
                },
                again -> Templates.appearance(again, THEMES));
    }
}
