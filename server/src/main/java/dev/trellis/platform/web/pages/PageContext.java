package dev.trellis.platform.web.pages;

import dev.trellis.platform.Role;
import dev.trellis.platform.web.BrowserCookies;
import dev.trellis.platform.web.BrowserCookies.Kind;
import dev.trellis.platform.web.Caller;
import dev.trellis.platform.web.Visit;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Cookie;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every template may ask: who looks at the page, what time it is for them, and what their forms must carry. */
@Named("page")
@RequestScoped
public class PageContext {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Caller caller;
    private final Visit visit;
    private final BrowserCookies cookies;
    private final Surroundings surroundings;
    private final CurrentVertxRequest current;
    private final InstantSource clock;
    private Surroundings.@Nullable Facts facts;

    PageContext(
            Caller caller,
            Visit visit,
            BrowserCookies cookies,
            Surroundings surroundings,
            CurrentVertxRequest current,
            InstantSource clock) {
        this.caller = caller;
        this.visit = visit;
        this.cookies = cookies;
        this.surroundings = surroundings;
        this.current = current;
        this.clock = clock;
    }

    /** Whether somebody is logged in. */
    public boolean isKnown() {
        return caller.isKnown();
    }

    /** The number of who is logged in, by which a browser tells what it kept for them from what it kept for others. */
    public String owner() {
        return caller.isKnown() ? caller.userId().toString() : "";
    }

    /** What the person is called. */
    public String name() {
        return facts().name();
    }

    /** How many notifications wait. */
    public long unread() {
        return facts().unread();
    }

    /** Whether the person reviews submissions. */
    public boolean isReviewer() {
        return caller.holds(Role.REVIEWER);
    }

    /** Whether the person operates this server. */
    public boolean isOperator() {
        return caller.holds(Role.ADMIN);
    }

    /** Whether the person teaches, or may: a trainer. */
    public boolean isTrainer() {
        return caller.holds(Role.TRAINER);
    }

    /** Whether the person answers for a course. */
    public boolean isLead() {
        return isTrainer() && facts().leads();
    }

    /** Whether the person is a student in a course. */
    public boolean isStudent() {
        return facts().studies();
    }

    /** What a form must carry to be ours. */
    public String formToken() {
        return visit.formToken();
    }

    /** A number by which a form sent twice is done once. */
    public String onceNumber() {
        return UUID.randomUUID().toString();
    }

    /** Whether this page, or one below it, is being looked at. */
    public boolean isAt(String address) {
        var path = current.getCurrent().request().path();
        return path.equals(address) || path.startsWith(address + "/");
    }

    /** {@code light}, {@code dark}, or {@code auto} for what the device prefers. */
    public String theme() {
        return switch (cookie(Kind.THEME)) {
            case "light" -> "light";
            case "dark" -> "dark";
            case null, default -> "auto";
        };
    }

    /** What the last page had to say, once; an empty text when nothing. */
    public String toast() {
        var text = cookie(Kind.TOAST);
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** The person's own today. */
    public LocalDate today() {
        return facts().days().dayOf(clock.instant());
    }

    /** A day in short: {@code Sat 21 Nov}, with the year when it is another one than today's. */
    public String day(LocalDate day) {
        return (day.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** As {@link #day(LocalDate)}, of the day that a moment fell on for the person. */
    public String day(Instant moment) {
        return day(facts().days().dayOf(moment));
    }

    /** A day in full: {@code Saturday, 21 November}. */
    public String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /** Today, yesterday, tomorrow, or the day in short. */
    public String nearDay(LocalDate day) {
        var today = today();
        if (day.equals(today)) {
            return "today";
        }
        if (day.equals(today.minusDays(1))) {
            return "yesterday";
        }
        return day.equals(today.plusDays(1)) ? "tomorrow" : day(day);
    }

    /** A moment on the person's own clock: {@code Sat 21 Nov, 14:05}. */
    public String moment(Instant moment) {
        var local = moment.atZone(facts().days().zone());
        return day(local.toLocalDate()) + ", " + TIME.format(local);
    }

    /** The time of day of a moment, on the person's own clock and to the minute. */
    public LocalTime time(Instant moment) {
        return moment.atZone(facts().days().zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    /** When a time of one of the person's own days is; what lies before their day begins belongs to the night after it. */
    public Instant moment(LocalDate day, LocalTime time) {
        var days = facts().days();
        var date = time.isBefore(days.dayStart()) ? day.plusDays(1) : day;
        return date.atTime(time).atZone(days.zone()).toInstant();
    }

    /**
     * The moment that a form tells by its {@code day} and {@code time}; null for now, which only today's can be. A form shows
     * minutes: what was kept stays to the second as long as neither is changed.
     *
     * @param keptDay the day of what is corrected; null with {@code kept} where it is new
     */
    public @Nullable Instant moment(Form form, @Nullable LocalDate keptDay, @Nullable Instant kept) {
        var day = form.day("day");
        var time = form.time("time");
        if (kept != null && Objects.equals(keptDay, day) && time(kept).equals(time)) {
            return kept;
        }
        var on = day == null ? today() : day;
        if (time != null) {
            return moment(on, time);
        }
        if (!on.equals(today()) && form.error("time").isEmpty()) {
            form.refuse("time", "On another day than today the time is needed, too.");
        }
        return null;
    }

    /** How long ago a moment was, or how far ahead it is, roughly. */
    public String ago(Instant moment) {
        var passed = Duration.between(moment, clock.instant());
        var text = roughly(passed.abs());
        if (text.isEmpty()) {
            return "just now";
        }
        return passed.isNegative() ? "in " + text : text + " ago";
    }

    private static String roughly(Duration time) {
        if (time.toDays() > 0) {
            return counted(time.toDays(), "day");
        }
        if (time.toHours() > 0) {
            return counted(time.toHours(), "hour");
        }
        return time.toMinutes() > 0 ? counted(time.toMinutes(), "minute") : "";
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private Surroundings.Facts facts() {
        if (facts == null) {
            facts = surroundings.of(caller.actor());
        }
        return facts;
    }

    private @Nullable String cookie(Kind kind) {
        Map<String, Cookie> sent = new TreeMap<>();
        current.getCurrent()
                .request()
                .cookies()
                .forEach(cookie -> sent.put(
                        cookie.getName(),
                        new Cookie.Builder(cookie.getName())
                                .value(cookie.getValue())
                                .build()));
        return cookies.read(sent, kind);
    }
}
