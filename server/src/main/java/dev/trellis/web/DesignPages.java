package dev.trellis.web;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.Access;
import dev.trellis.platform.web.ForBrowsers;
import dev.trellis.platform.web.pages.Chart;
import dev.trellis.platform.web.pages.Chart.Series;
import dev.trellis.platform.web.pages.Chart.Shape;
import dev.trellis.platform.web.pages.Form;
import dev.trellis.platform.web.pages.Option;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that pages are made of, on one page, for whoever builds the next page. */
@Path("/app/design")
@ForBrowsers
@Access(role = Role.ADMIN)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class DesignPages {
    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance design(Samples samples);
    }

    /**
     * What the components are shown with.
     *
     * @param refused a form somebody has to look at again
     */
    public record Samples(
            Form empty,
            Form refused,
            List<Option> choices,
            List<Option> mood,
            List<String> icons,
            List<Swatch> colours,
            Chart trend,
            Chart ranges) {}

    /** A colour of the tokens: its name, and the class that shows it. */
    public record Swatch(String name, String use) {}

    @GET
    public TemplateInstance design() {
        var refused = Form.empty().with("sample_goal", "Sleep").with("sample_minutes", "many");
        refused.refuse("sample_minutes", "Write a whole number.");
        return Templates.design(new Samples(
                Form.empty().with("sample_mood", 4).with("sample_choice", "evening"),
                refused,
                List.of(
                        new Option("morning", "In the morning", "Before the day begins."),
                        new Option("evening", "In the evening", "After the last meal.")),
                Option.scale("Bad", "Low", "So-so", "Good", "Great"),
                List.of(
                        "today",
                        "discover",
                        "journey",
                        "history",
                        "inbox",
                        "settings",
                        "review",
                        "operations",
                        "design",
                        "more",
                        "check",
                        "plus",
                        "search",
                        "pause",
                        "play",
                        "flame",
                        "shield",
                        "user",
                        "logout",
                        "arrow"),
                List.of(
                        new Swatch("leaf", "What one does, and what went well."),
                        new Swatch("sun", "Worth a second look."),
                        new Swatch("clay", "Wrong, or not to be undone."),
                        new Swatch("sky", "Good to know.")),
                trend(),
                ranges()));
    }

    private static Chart trend() {
        return new Chart(
                "Mood by day",
                "Mood from 1 to 5 on 6 of 7 days, rising by about a third of a step a day.",
                List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
                List.of(
                        Series.of("Mood", Shape.LINE, values(2.0, 3.0, 3.0, null, 4.0, 3.0, 4.0)),
                        Series.of("Trend", Shape.GUIDE, values(2.3, 2.6, 2.9, 3.2, 3.5, 3.8, 4.1))),
                1.0,
                5.0,
                "");
    }

    private static Chart ranges() {
        return new Chart(
                "Change and how sure it is",
                "Sleep changed by 0.4 hours; anything from 0.1 to 0.7 hours fits the data.",
                List.of("Sleep", "Mood"),
                List.of(new Series("Likely range", Shape.RANGES, values(0.1, -0.2), values(0.7, 0.5))),
                null,
                null,
                "h");
    }

    private static List<@Nullable Double> values(@Nullable Double... values) {
        return Arrays.asList(values);
    }
}
