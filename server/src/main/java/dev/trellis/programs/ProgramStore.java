package dev.trellis.programs;

import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of programs. */
@ApplicationScoped
class ProgramStore {
    private final Json json;

    ProgramStore(Json json) {
        this.json = json;
    }

    private record Row(
            UUID id,
            @Nullable UUID consultationId,
            ProgramStatus status,
            LocalDate startDate,
            LocalDate endDate,
            @Nullable LocalDate endedOn,
            LocalDate nextReassessmentDate,
            Instant createdAt,
            long seed,
            int generatorVersion,
            String inputs,
            String training,
            String nutrition) {}

    void add(
            Handle tx,
            UUID userId,
            UUID id,
            UUID consultationId,
            int generatorVersion,
            LocalDate nextReassessment,
            ProgramBundle bundle) {
        var inputs = bundle.inputs();
        tx.createUpdate("""
                        insert into programs (user_id, id, consultation_id, start_date, end_date, seed, generator_version,
                                              inputs, training, nutrition, numbers_hidden, next_reassessment_date)
                        values (:user, :id, :consultation, :start, :end, :seed, :version, :inputs::jsonb,
                                :training::jsonb, :nutrition::jsonb, :numbersHidden, :nextReassessment)
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("consultation", consultationId)
                .bind("start", inputs.startDate())
                .bind("end", inputs.endDate())
                .bind("seed", inputs.request().seed())
                .bind("version", generatorVersion)
                .bind("inputs", json.write(inputs))
                .bind("training", json.write(bundle.training()))
                .bind("nutrition", json.write(bundle.nutrition()))
                .bind("numbersHidden", !bundle.nutrition().showNumbers())
                .bind("nextReassessment", nextReassessment)
                .execute();
    }

    Optional<ProgramSummary> active(Handle tx, UUID userId) {
        return tx.createQuery("""
                        select id, consultation_id, status, start_date, end_date, ended_on, next_reassessment_date,
                               created_at
                          from programs
                         where user_id = :user and status = 'active'
                        """)
                .bind("user", userId)
                .mapTo(ProgramSummary.class)
                .findOne();
    }

    Optional<StoredProgram> find(Handle tx, UUID userId, UUID id) {
        return tx.createQuery("""
                        select id, consultation_id, status, start_date, end_date, ended_on, next_reassessment_date,
                               created_at, seed, generator_version, inputs, training, nutrition
                          from programs
                         where user_id = :user and id = :id
                        """)
                .bind("user", userId)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(this::program);
    }

    List<ProgramSummary> page(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select id, consultation_id, status, start_date, end_date, ended_on, next_reassessment_date,
                               created_at
                          from programs
                         where user_id = :user and (:after::uuid is null or id < :after)
                         order by id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(ProgramSummary.class)
                .list();
    }

    /** Ends the active one, whose id this is, on that day or on the day it would have ended anyway. */
    LocalDate end(Handle tx, UUID userId, UUID id, ProgramStatus status, LocalDate endedOn) {
        return tx.createQuery("""
                        update programs
                           set status = :status, ended_on = least(:endedOn, end_date)
                         where user_id = :user and id = :id and status = 'active'
                        returning ended_on
                        """)
                .bind("user", userId)
                .bind("id", id)
                .bind("status", status)
                .bind("endedOn", endedOn)
                .mapTo(LocalDate.class)
                .one();
    }

    /** Ends those whose last day is over in their person's own zone, at most so many. */
    List<ProgramEnded> completeExpired(Handle tx, Instant now, LocalDate latestToday, int most) {
        return tx.createQuery("""
                        with expired as (
                            select p.user_id, p.id
                              from programs p
                              join users u on u.id = p.user_id
                             where p.status = 'active' and p.end_date <= :latestToday
                               and p.end_date <= day_of(:now, u.time_zone, u.day_start)
                             order by p.end_date, p.user_id, p.id
                             limit :most
                               for update of p skip locked)
                        update programs p
                           set status = 'completed', ended_on = p.end_date
                          from expired e
                         where p.user_id = e.user_id and p.id = e.id
                        returning p.user_id, p.id as subject_id, p.status, p.ended_on
                        """)
                .bind("latestToday", latestToday)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", most)
                .mapTo(ProgramEnded.class)
                .list();
    }

    private StoredProgram program(Row row) {
        return new StoredProgram(
                new ProgramSummary(
                        row.id(),
                        row.consultationId(),
                        row.status(),
                        row.startDate(),
                        row.endDate(),
                        row.endedOn(),
                        row.nextReassessmentDate(),
                        row.createdAt()),
                row.seed(),
                row.generatorVersion(),
                json.read(row.inputs(), ProgramInputs.class),
                json.read(row.training(), TrainingOverview.class),
                json.read(row.nutrition(), NutritionOverview.class));
    }
}
