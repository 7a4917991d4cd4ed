package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.programs.CalendarDetail.ExerciseDetail;
import dev.trellis.programs.CalendarDetail.MealItem;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.PlanRows.Columns;
import dev.trellis.programs.PlanRows.From;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lays a program out as the rows of its tables, the entries of the calendar written out whole. */
@ApplicationScoped
class PlanTables {
    private final Json json;
    private final EntryRendering rendering;

    PlanTables(Json json, EntryRendering rendering) {
        this.json = json;
        this.rendering = rendering;
    }

    /** A thing and the planned session or meal it belongs to. */
    private record Part<T>(UUID owner, int position, T thing) {}

    /** With ids of their own, whether they will be stored or not. */
    PlanRows rows(ProgramBundle bundle) {
        var ids = PlanIds.of(bundle);
        return new PlanRows(
                bundle,
                ids,
                sessions(bundle.sessions(), ids.sessions()),
                exercises(parts(
                        bundle.sessions(),
                        ids.sessions(),
                        session -> session.session().exercises())),
                meals(bundle.meals(), ids.meals()),
                items(parts(bundle.meals(), ids.meals(), meal -> meal.meal().items())),
                entries(sessionEntries(bundle, ids), bundle),
                entries(mealEntries(bundle, ids), bundle));
    }

    private Columns sessions(List<ProgramBundle.Session> sessions, List<UUID> ids) {
        return new From<>(sessions)
                .column("ids", UUID.class, ids)
                .column("weeks", Integer.class, session -> session.session().weekNumber())
                .column("lights", Boolean.class, session -> session.session().light())
                .column("dates", LocalDate.class, ProgramBundle.Session::date)
                .column("times", LocalTime.class, ProgramBundle.Session::startTime)
                .column("kinds", String.class, session -> wire(session.session().kind()))
                .column("hards", Boolean.class, session -> session.session().hard())
                .column("minutes", Integer.class, session -> session.session().minutes())
                .column("cardios", String.class, session -> {
                    var cardio = session.session().cardio();
                    return cardio == null ? null : json.write(cardio);
                })
                .columns();
    }

    private static Columns exercises(List<Part<ExerciseDetail>> exercises) {
        return new From<>(exercises)
                .column("owners", UUID.class, Part::owner)
                .column("positions", Integer.class, Part::position)
                .column("exercises", String.class, part -> part.thing().exerciseId())
                .column("slots", String.class, part -> wire(part.thing().slot()))
                .column("sets", Integer.class, part -> part.thing().sets())
                .column("repMins", Integer.class, part -> part.thing().repMin())
                .column("repMaxs", Integer.class, part -> part.thing().repMax())
                .column("timed", Boolean.class, part -> part.thing().timed())
                .column("inReserve", Integer.class, part -> part.thing().inReserve())
                .column("rests", Integer.class, part -> part.thing().restSeconds())
                .column("lows", Integer.class, part -> part.thing().percentLow())
                .column("highs", Integer.class, part -> part.thing().percentHigh())
                .column("loads", Double.class, part -> part.thing().loadKg())
                .columns();
    }

    private static Columns meals(List<ProgramBundle.Meal> meals, List<UUID> ids) {
        return new From<>(meals)
                .column("ids", UUID.class, ids)
                .column("dates", LocalDate.class, ProgramBundle.Meal::date)
                .column("times", LocalTime.class, ProgramBundle.Meal::startTime)
                .column("types", String.class, meal -> wire(meal.meal().meal()))
                .column("kcals", Double.class, meal -> meal.meal().kcal())
                .column("proteins", Double.class, meal -> meal.meal().protein())
                .column("carbs", Double.class, meal -> meal.meal().carbs())
                .column("fats", Double.class, meal -> meal.meal().fat())
                .column("fibres", Double.class, meal -> meal.meal().fibre())
                .columns();
    }

    private static Columns items(List<Part<MealItem>> items) {
        return new From<>(items)
                .column("owners", UUID.class, Part::owner)
                .column("positions", Integer.class, Part::position)
                .column("foods", String.class, part -> part.thing().foodId())
                .column("grams", Integer.class, part -> part.thing().grams())
                .column("kcals", Double.class, part -> part.thing().kcal())
                .columns();
    }

    private Columns entries(List<CalendarEvent> entries, ProgramBundle bundle) {
        boolean numbersHidden = !bundle.nutrition().showNumbers();
        // The same few meals come again every week; each is written as JSON once.
        Map<CalendarDetail, String> written = new IdentityHashMap<>();
        return new From<>(entries)
                .column("ids", UUID.class, CalendarEvent::id)
                .column("items", UUID.class, CalendarEvent::itemId)
                .column("dates", LocalDate.class, CalendarEvent::date)
                .column("times", LocalTime.class, CalendarEvent::startTime)
                .column("titles", String.class, CalendarEvent::title)
                .column("details", String.class, entry -> written.computeIfAbsent(entry.detail(), json::write))
                .column("rendered", String.class, entry -> rendering.asPlanned(entry, numbersHidden))
                .columns();
    }

    private static List<CalendarEvent> sessionEntries(ProgramBundle bundle, PlanIds ids) {
        return IntStream.range(0, bundle.sessions().size())
                .mapToObj(i -> {
                    var session = bundle.sessions().get(i);
                    return CalendarEvent.asPlanned(
                            ids.sessionEntries().get(i),
                            ids.program(),
                            ids.sessions().get(i),
                            Kind.SESSION,
                            session.date(),
                            session.startTime(),
                            session.title(),
                            session.session());
                })
                .toList();
    }

    private static List<CalendarEvent> mealEntries(ProgramBundle bundle, PlanIds ids) {
        return IntStream.range(0, bundle.meals().size())
                .mapToObj(i -> {
                    var meal = bundle.meals().get(i);
                    return CalendarEvent.asPlanned(
                            ids.mealEntries().get(i),
                            ids.program(),
                            ids.meals().get(i),
                            Kind.MEAL,
                            meal.date(),
                            meal.startTime(),
                            meal.title(),
                            meal.meal());
                })
                .toList();
    }

    private static <O, T> List<Part<T>> parts(List<O> owners, List<UUID> ids, Function<O, List<T>> parts) {
        var all = new ArrayList<Part<T>>();
        for (var i = 0; i < owners.size(); i++) {
            var position = 0;
            for (var part : parts.apply(owners.get(i))) {
                all.add(new Part<>(ids.get(i), position++, part));
            }
        }
        return all;
    }

    private static String wire(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
