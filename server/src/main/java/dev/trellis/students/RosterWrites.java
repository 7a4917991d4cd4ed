package dev.trellis.students;

import dev.trellis.identity.RosterAccounts;
import dev.trellis.identity.RosterAccounts.RosterPerson;
import dev.trellis.students.roster.LineProblem;
import dev.trellis.students.roster.RosterFile;
import dev.trellis.students.roster.RosterRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes lines of a roster over, a batch in a few statements; lines that refer to nothing come back as problems. */
@ApplicationScoped
class RosterWrites {
    private final RosterAccounts accounts;
    private final InstantSource clock;

    RosterWrites(RosterAccounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Missing(int position, String field, String reason) {}

    /** Writes what can be written of these lines, and tells why the others cannot. */
    List<LineProblem> write(Handle tx, RosterFile file, String source, String timeZone, List<RosterRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var missing = switch (file) {
            case ACADEMIC_SESSIONS -> sessions(tx, source, rows);
            case CLASSES -> classes(tx, source, timeZone, rows);
            case USERS -> users(tx, source, timeZone, rows);
            case ENROLLMENTS -> enrollments(tx, source, rows);
        };
        return missing.stream()
                .map(one -> {
                    var row = rows.get(one.position() - 1);
                    return new LineProblem(row.line(), row.id(), one.field(), one.reason());
                })
                .toList();
    }

    private static List<Missing> sessions(Handle tx, String source, List<RosterRow> rows) {
        return tx.createQuery("""
                        with given as materialized (
                            select id, first::date as first_day, last::date as last_day, position
                              from unnest(:ids::text[], :first::text[], :last::text[]) with ordinality
                                   as g (id, first, last, position)),
                        written as (
                            insert into roster_sessions (source, source_id, start_date, end_date)
                            select :source, id, first_day, last_day from given where last_day >= first_day
                                on conflict (source, source_id) do update
                               set (start_date, end_date) = (excluded.start_date, excluded.end_date))
                        select position::int as position, 'endDate' as field, 'It lies before startDate.' as reason
                          from given where last_day < first_day
                        """)
                .bind("source", source)
                .bindArray("ids", String.class, column(rows, "sourcedId"))
                .bindArray("first", String.class, column(rows, "startDate"))
                .bindArray("last", String.class, column(rows, "endDate"))
                .mapTo(Missing.class)
                .list();
    }

    /** A class is what is called a course here; it lasts as long as its terms. */
    private static List<Missing> classes(Handle tx, String source, String timeZone, List<RosterRow> rows) {
        return tx.createQuery("""
                        with given as materialized (
                            select g.*, t.first_day, t.last_day
                              from unnest(:ids::text[], :titles::text[], :codes::text[], :terms::text[]) with ordinality
                                   as g (id, title, code, terms, position)
                              left join lateral (
                                   select min(s.start_date) as first_day, max(s.end_date) as last_day
                                     from roster_sessions s
                                    where s.source = :source
                                      and s.source_id = any (string_to_array(replace(g.terms, ' ', ''), ','))) t on true),
                        written as (
                            insert into courses (source_id, code, title, start_date, end_date, time_zone)
                            select id, left(code, 50), title, first_day, last_day, :zone
                              from given where first_day is not null
                                on conflict (source_id) do update
                               set (code, title, start_date, end_date)
                                 = (excluded.code, excluded.title, excluded.start_date, excluded.end_date))
                        select position::int as position, 'termSourcedIds' as field,
                               'No line of academicSessions.csv has one of these ids.' as reason
                          from given where first_day is null
                        """)
                .bind("source", source)
                .bind("zone", timeZone)
                .bindArray("ids", String.class, column(rows, "sourcedId"))
                .bindArray("titles", String.class, column(rows, "title"))
                .bindArray("codes", String.class, column(rows, "classCode"))
                .bindArray("terms", String.class, column(rows, "termSourcedIds"))
                .mapTo(Missing.class)
                .list();
    }

    /** Only those who study or teach get an account; whoever the institution deleted keeps theirs, which is their own. */
    private List<Missing> users(Handle tx, String source, String timeZone, List<RosterRow> rows) {
        var wanted = rows.stream()
                .filter(row -> !row.isToBeDeleted())
                .filter(row ->
                        row.get("role").equals("student") || row.get("role").equals("teacher"))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var ids = accounts.ensure(
                tx,
                wanted.stream()
                        .map(row -> new RosterPerson(
                                row.get("email"),
                                row.get("givenName") + " " + row.get("familyName"),
                                row.get("role").equals("teacher")))
                        .toList(),
                timeZone,
                clock.instant());
        var people = new ArrayList<UUID>();
        wanted.forEach(row ->
                people.add(Objects.requireNonNull(ids.get(row.get("email").toLowerCase(Locale.ROOT)))));
        tx.createUpdate("""
                        with given as materialized (
                            select * from unnest(:people::uuid[], :ids::text[]) as g (person, id)),
                        profiled as (
                            insert into user_profiles (user_id) select distinct person from given on conflict do nothing)
                        insert into roster_people (user_id, source, source_id)
                        select person, :source, id from given
                            on conflict (source, source_id) do update set user_id = excluded.user_id
                        """)
                .bind("source", source)
                .bindArray("people", UUID.class, people)
                .bindArray("ids", String.class, column(wanted, "sourcedId"))
                .execute();
        return List.of();
    }

    /**
     * A primary teacher leads the class. A student whose line is to be deleted, or whose end is past, has left; how a
     * course ended for somebody is not taken back.
     */
    private List<Missing> enrollments(Handle tx, String source, List<RosterRow> rows) {
        return tx.createQuery("""
                        with given as materialized (
                            select g.*, p.user_id, c.id as course_id, c.start_date, c.end_date, u.display_name,
                                   nullif(g.first, '')::date as first_day,
                                   case when g.deleted then :today::date else nullif(g.last, '')::date end as last_day
                              from unnest(:ids::text[], :classes::text[], :users::text[], :roles::text[], :first::text[],
                                          :last::text[], :deleted::boolean[], :primaries::boolean[]) with ordinality
                                   as g (id, class, person, role, first, last, deleted, is_primary, position)
                              left join roster_people p on p.source = :source and p.source_id = g.person
                              left join users u on u.id = p.user_id
                              left join courses c on c.source_id = g.class),
                        students as (
                            insert into student_enrollments as e (user_id, course_id, source_id, student_name, enrolled_on, status,
                                                             ended_on)
                            select distinct on (user_id, course_id)
                                   user_id, course_id, id, display_name, coalesce(first_day, start_date),
                                   case when last_day < least(:today::date + 1, end_date) then 'withdrawn' else 'active' end,
                                   case when last_day < least(:today::date + 1, end_date) then last_day end
                              from given
                             where role = 'student' and user_id is not null and course_id is not null
                             order by user_id, course_id, position desc
                                on conflict (user_id, course_id) do update
                               set source_id = excluded.source_id, student_name = excluded.student_name,
                                   enrolled_on = excluded.enrolled_on,
                                   status = case when e.status in ('completed', 'failed') then e.status
                                                 else excluded.status end,
                                   ended_on = case when e.status in ('completed', 'failed') then e.ended_on
                                                   else excluded.ended_on end),
                        staff as (
                            insert into course_staff (trainer_id, course_id, role, name)
                            select distinct on (user_id, course_id)
                                   user_id, course_id, case when is_primary then 'lead' else 'trainer' end, display_name
                              from given
                             where role = 'teacher' and not deleted and user_id is not null and course_id is not null
                             order by user_id, course_id, is_primary desc
                                on conflict (trainer_id, course_id) do update
                               set (role, name) = (excluded.role, excluded.name))
                        select position::int as position,
                               case when user_id is null then 'userSourcedId' else 'classSourcedId' end as field,
                               case when user_id is null then 'No student or teacher in users.csv has this id.'
                                    else 'No line of classes.csv has this id.' end as reason
                          from given
                         where role in ('student', 'teacher') and (user_id is null or course_id is null)
                        """)
                .bind("source", source)
                .bind("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bindArray("ids", String.class, column(rows, "sourcedId"))
                .bindArray("classes", String.class, column(rows, "classSourcedId"))
                .bindArray("users", String.class, column(rows, "userSourcedId"))
                .bindArray("roles", String.class, column(rows, "role"))
                .bindArray("first", String.class, column(rows, "beginDate"))
                .bindArray("last", String.class, column(rows, "endDate"))
                .bindArray(
                        "deleted",
                        Boolean.class,
                        rows.stream().map(RosterRow::isToBeDeleted).toList())
                .bindArray(
                        "primaries",
                        Boolean.class,
                        rows.stream()
                                .map(row -> row.get("primary").equalsIgnoreCase("true"))
                                .toList())
                .mapTo(Missing.class)
                .list();
    }

    private static List<String> column(List<RosterRow> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }
}
