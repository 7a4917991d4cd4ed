package dev.trellis.students;

import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Takes in what students did, thousands at a time, in one statement; what came before is passed over. */
@ApplicationScoped
public class LearningEvents {
    private final Database database;
    private final InstantSource clock;

    LearningEvents(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What became of a batch.
     *
     * @param repeated known from an earlier time
     */
    public record Taken(int stored, int repeated, List<Refusal> refused) {}

    /** One event that could not be stored, by its place in the batch from 0, and what would help. */
    public record Refusal(int index, String sourceId, String reason) {}

    private record Row(int index, String sourceId, @Nullable String reason, boolean stored) {}

    /** Stores those that name an enrolled student; the others are reported, and do not hold them up. */
    public Taken take(Actor actor, String source, List<NewLearningEvent> events) {
        return database.as(actor, tx -> {
            var rows = insert(tx, source, events);
            var refused = rows.stream()
                    .filter(row -> row.reason() != null)
                    .map(row -> new Refusal(row.index(), row.sourceId(), String.valueOf(row.reason())))
                    .toList();
            var stored = (int) rows.stream().filter(Row::stored).count();
            return new Taken(stored, rows.size() - stored - refused.size(), refused);
        });
    }

    private List<Row> insert(Handle tx, String source, List<NewLearningEvent> events) {
        return tx.createQuery("""
                        with given as materialized (
                            select g.*, coalesce(g.student_id, p.user_id) as person,
                                   coalesce(g.course_id, c.id) as course
                              from unnest(:sourceIds::text[], :kinds::text[], :moments::timestamptz[], :students::uuid[],
                                          :studentSources::text[], :courses::uuid[], :courseSources::text[],
                                          :items::text[], :values::numeric[], :weights::numeric[], :excused::boolean[],
                                          :partners::text[]) with ordinality
                                   as g (source_id, kind, occurred_at, student_id, student_source_id, course_id,
                                         course_source_id, item_source_id, value, weight, excused, partner, position)
                              left join roster_people p on p.source = :source and p.source_id = g.student_source_id
                              left join courses c on c.source_id = g.course_source_id),
                        placed as materialized (
                            select g.*, e.user_id as enrolled, i.id as item_id, i.weight as item_weight,
                                   (g.occurred_at at time zone c.time_zone)::date as day,
                                   g.item_source_id is not null and i.id is null
                                   and g.kind in ('submission', 'resubmission', 'grade') as item_missing
                              from given g
                              left join student_enrollments e on e.user_id = g.person and e.course_id = g.course
                              left join courses c on c.id = e.course_id
                              left join course_items i on i.course_id = e.course_id and i.source_id = g.item_source_id),
                        inserted as (
                            insert into learning_events (user_id, course_id, item_id, kind, day, occurred_at, value, weight,
                                                         excused, partner, source, source_id, received_at)
                            select distinct on (person, source_id)
                                   person, course, item_id, kind, day, occurred_at, value,
                                   case when kind = 'grade' then coalesce(weight, item_weight, 1) end,
                                   coalesce(excused, false), partner, :source, source_id, :now
                              from placed
                             where enrolled is not null and not item_missing
                             order by person, source_id, position
                                on conflict (user_id, source, source_id) do nothing
                            returning user_id, source_id)
                        select (g.position - 1)::int as index, g.source_id,
                               case when g.person is null then 'No such student.'
                                    when g.course is null then 'No such course.'
                                    when g.enrolled is null then 'The student is not in this course.'
                                    when g.item_missing then 'The course has no such item.'
                               end as reason,
                               n.user_id is not null
                               and row_number() over (partition by g.person, g.source_id order by g.position) = 1 as stored
                          from placed g
                          left join inserted n on n.user_id = g.enrolled and n.source_id = g.source_id
                         order by g.position
                        """)
                .bind("source", source)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .bindArray("sourceIds", String.class, Columns.of(events, NewLearningEvent::sourceId))
                .bindArray(
                        "kinds",
                        String.class,
                        Columns.of(events, event -> event.kind().wire()))
                .bindArray(
                        "moments",
                        OffsetDateTime.class,
                        Columns.of(events, event -> event.occurredAt().atOffset(ZoneOffset.UTC)))
                .bindArray("students", UUID.class, Columns.of(events, NewLearningEvent::studentId))
                .bindArray("studentSources", String.class, Columns.of(events, NewLearningEvent::studentSourceId))
                .bindArray("courses", UUID.class, Columns.of(events, NewLearningEvent::courseId))
                .bindArray("courseSources", String.class, Columns.of(events, NewLearningEvent::courseSourceId))
                .bindArray("items", String.class, Columns.of(events, NewLearningEvent::itemSourceId))
                .bindArray("values", BigDecimal.class, Columns.of(events, NewLearningEvent::value))
                .bindArray("weights", BigDecimal.class, Columns.of(events, NewLearningEvent::weight))
                .bindArray("excused", Boolean.class, Columns.of(events, NewLearningEvent::excused))
                .bindArray("partners", String.class, Columns.of(events, NewLearningEvent::partner))
                .mapTo(Row.class)
                .list();
    }
}
