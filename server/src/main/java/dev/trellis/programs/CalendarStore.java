package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.platform.Together;
import dev.trellis.programs.CalendarDetail.MealDetail;
import dev.trellis.programs.CalendarDetail.SessionDetail;
import dev.trellis.programs.CalendarEvent.Kind;
import dev.trellis.programs.CalendarEvent.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of calendar entries. */
@ApplicationScoped
class CalendarStore {
    private static final String SELECT = """
            select c.id, c.program_id, coalesce(c.session_instance_id, c.meal_instance_id) as item_id, c.kind,
                   coalesce(s.date, m.date) as planned_date, c.date, c.start_time, c.title, c.status, c.detail, c.changes,
                   c.revision
              from calendar_events c
              left join session_instances s on s.user_id = c.user_id and s.id = c.session_instance_id
              left join meal_instances m on m.user_id = c.user_id and m.id = c.meal_instance_id
            """;
    private static final String ORDER = " order by c.date, c.start_time nulls last, c.kind, c.id";

    private final Json json;
    private final EntryRendering rendering;

    CalendarStore(Json json, EntryRendering rendering) {
        this.json = json;
        this.rendering = rendering;
    }

    private record Row(
            UUID id,
            UUID programId,
            UUID itemId,
            Kind kind,
            LocalDate plannedDate,
            LocalDate date,
            @Nullable LocalTime startTime,
            String title,
            Status status,
            String detail,
            List<UUID> changes,
            int revision) {}

    List<CalendarEvent> between(Handle tx, UUID userId, LocalDate from, LocalDate to, boolean locked) {
        return tx.createQuery(SELECT + " where c.user_id = :user and c.date between :from and :to" + ORDER
                        + (locked ? " for no key update of c" : ""))
                .bind("user", userId)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Row.class)
                .map(this::event)
                .list();
    }

    Supplier<List<CalendarEvent>> between(Handle tx, UUID userId, LocalDate from, LocalDate to, Kind kind) {
        return Together.read(
                tx.createQuery(SELECT + " where c.user_id = :user and c.date between :from and :to and c.kind = :kind"
                                + ORDER)
                        .bind("user", userId)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("kind", kind),
                rows -> rows.mapTo(Row.class).map(this::event).list());
    }

    List<CalendarEvent> lock(Handle tx, UUID userId, Collection<UUID> ids) {
        return tx.createQuery(
                        SELECT + " where c.user_id = :user and c.id = any(:ids)" + ORDER + " for no key update of c")
                .bind("user", userId)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(Row.class)
                .map(this::event)
                .list();
    }

    List<CalendarEvent> ofItems(Handle tx, UUID userId, Collection<UUID> itemIds) {
        return tx.createQuery(SELECT
                        + " where c.user_id = :user and (c.session_instance_id = any(:ids) or c.meal_instance_id = any(:ids))"
                        + ORDER)
                .bind("user", userId)
                .bindArray("ids", UUID.class, List.copyOf(itemIds))
                .mapTo(Row.class)
                .map(this::event)
                .list();
    }

    /** What an entry was written as until now, and whether its person sees numbers. */
    private record Written(UUID id, String rendered, boolean numbersHidden) {}

    /**
     * As a change, or as the taking back of one.
     *
     * @param events as they shall be
     * @param before as they are, locked; the same entries
     */
    void write(
            Handle tx,
            UUID userId,
            List<CalendarEvent> events,
            List<CalendarEvent> before,
            UUID changeId,
            boolean made) {
        var known = before.stream().collect(Collectors.toMap(CalendarEvent::id, Function.identity()));
        var written = written(tx, userId, known.keySet());
        var rendered = events.stream()
                .map(event -> {
                    var was = Objects.requireNonNull(known.get(event.id()), "an entry that is not there");
                    var text = Objects.requireNonNull(written.get(event.id()), "an entry that is not there");
                    return rendering.changed(
                            event,
                            was,
                            text.rendered(),
                            made ? with(was.changes(), changeId) : withoutLast(was.changes()),
                            text.numbersHidden());
                })
                .toList();
        tx.createUpdate("""
                        update calendar_events c
                           set date = n.date, start_time = n.start_time, title = n.title, status = n.status,
                               detail = n.detail::jsonb, rendered = n.rendered, revision = c.revision + 1,
                               changes = case when :made then c.changes || :change else trim_array(c.changes, 1) end
                          from unnest(:ids, :dates, :times, :titles, :statuses, :details, :rendered)
                               as n (id, date, start_time, title, status, detail, rendered)
                         where c.user_id = :user and c.id = n.id
                        """)
                .bind("user", userId)
                .bind("change", changeId)
                .bind("made", made)
                .bindArray("ids", UUID.class, column(events, CalendarEvent::id))
                .bindArray("dates", LocalDate.class, column(events, CalendarEvent::date))
                .bindArray("times", LocalTime.class, column(events, CalendarEvent::startTime))
                .bindArray("titles", String.class, column(events, CalendarEvent::title))
                .bindArray(
                        "statuses",
                        String.class,
                        column(events, event -> event.status().name().toLowerCase(Locale.ROOT)))
                .bindArray("details", String.class, column(events, event -> json.write(event.detail())))
                .bindArray("rendered", String.class, rendered)
                .execute();
    }

    private static Map<UUID, Written> written(Handle tx, UUID userId, Collection<UUID> ids) {
        return tx.createQuery("""
                        select c.id, c.rendered, p.numbers_hidden
                          from calendar_events c
                          join programs p on p.user_id = c.user_id and p.id = c.program_id
                         where c.user_id = :user and c.id = any(:ids)
                        """)
                .bind("user", userId)
                .bindArray("ids", UUID.class, List.copyOf(ids))
                .mapTo(Written.class)
                .collect(Collectors.toMap(Written::id, Function.identity()));
    }

    private static List<UUID> with(List<UUID> changes, UUID another) {
        return Stream.concat(changes.stream(), Stream.of(another)).toList();
    }

    private static List<UUID> withoutLast(List<UUID> changes) {
        return changes.subList(0, changes.size() - 1);
    }

    private static Object[] column(List<CalendarEvent> events, Function<CalendarEvent, @Nullable Object> value) {
        return events.stream().map(value).toArray();
    }

    private CalendarEvent event(Row row) {
        var type = row.kind() == Kind.SESSION ? SessionDetail.class : MealDetail.class;
        return new CalendarEvent(
                row.id(),
                row.programId(),
                row.itemId(),
                row.kind(),
                row.plannedDate(),
                row.date(),
                row.startTime(),
                row.title(),
                row.status(),
                json.read(row.detail(), type),
                row.changes(),
                row.revision());
    }
}
