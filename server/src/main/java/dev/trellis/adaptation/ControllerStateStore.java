package dev.trellis.adaptation;

import dev.trellis.adaptation.reassessment.CalorieState;
import dev.trellis.adaptation.reassessment.VolumeState;
import dev.trellis.platform.Json;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what the controllers remember. */
@ApplicationScoped
class ControllerStateStore {
    private final Json json;

    ControllerStateStore(Json json) {
        this.json = json;
    }

    /** A review of calories as it was stored; the status is that of what it proposed. */
    record CalorieReviewed(
            UUID programId,
            LocalDate reviewedOn,
            CalorieState state,
            CalorieInputs inputs,
            @Nullable String status) {
        /** What the next review starts from: what was not agreed to did not happen, what was measured did. */
        CalorieState effective() {
            boolean made = inputs.planChangeId() == null || "applied".equals(status);
            return made
                    ? state
                    : new CalorieState(
                            inputs.before().output(),
                            inputs.before().published(),
                            state.lastSlope(),
                            state.slopeBefore(),
                            state.lastMeanKg());
        }
    }

    /** A review of volume as it was stored. */
    record VolumeReviewed(
            UUID programId,
            LocalDate reviewedOn,
            VolumeState state,
            VolumeInputs inputs,
            @Nullable String status) {
        VolumeState effective() {
            boolean made = inputs.planChangeId() == null || "applied".equals(status);
            return made
                    ? state
                    : new VolumeState(inputs.before().budget(), state.lastAdherence(), state.adherenceBefore());
        }
    }

    private record Row(
            UUID programId,
            String loop,
            LocalDate reviewedOn,
            String state,
            String inputs,
            @Nullable String status) {}

    void add(Handle tx, UUID userId, UUID programId, String loop, LocalDate day, Object state, Object inputs) {
        tx.createUpdate("""
                        insert into controller_states (user_id, program_id, loop, reviewed_on, state, inputs)
                        values (:user, :program, :loop, :day, :state::jsonb, :inputs::jsonb)
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("loop", loop)
                .bind("day", day)
                .bind("state", json.write(state))
                .bind("inputs", json.write(inputs))
                .execute();
    }

    /** Reviews of a program's calories, the oldest first. */
    List<CalorieReviewed> calories(Handle tx, UUID userId, UUID programId) {
        return rows(tx, userId, programId, "calories").stream()
                .map(row -> new CalorieReviewed(
                        row.programId(),
                        row.reviewedOn(),
                        json.read(row.state(), CalorieState.class),
                        json.read(row.inputs(), CalorieInputs.class),
                        row.status()))
                .toList();
    }

    /** Reviews of a program's volume, the oldest first. */
    List<VolumeReviewed> volume(Handle tx, UUID userId, UUID programId) {
        return rows(tx, userId, programId, "volume").stream()
                .map(row -> new VolumeReviewed(
                        row.programId(),
                        row.reviewedOn(),
                        json.read(row.state(), VolumeState.class),
                        json.read(row.inputs(), VolumeInputs.class),
                        row.status()))
                .toList();
    }

    private static List<Row> rows(Handle tx, UUID userId, UUID programId, String loop) {
        return tx.createQuery("""
                        select c.program_id, c.loop, c.reviewed_on, c.state, c.inputs, p.status
                          from controller_states c
                          left join plan_change_events p
                            on p.user_id = c.user_id and p.id = (c.inputs ->> 'plan_change_id')::uuid
                         where c.user_id = :user and c.program_id = :program and c.loop = :loop
                         order by c.reviewed_on
                        """)
                .bind("user", userId)
                .bind("program", programId)
                .bind("loop", loop)
                .mapTo(Row.class)
                .list();
    }

    /** Days on which a person was reviewed, whichever the program, the latest first. */
    List<ReviewDay> days(Handle tx, UUID userId, PageRequest page) {
        return tx.createQuery("""
                        select c.id, c.program_id, c.reviewed_on
                          from controller_states c
                         where c.user_id = :user and (:after::uuid is null or c.id < :after)
                           and (c.loop = 'calories'
                                or not exists (select from controller_states o
                                                where o.user_id = c.user_id and o.program_id = c.program_id
                                                  and o.reviewed_on = c.reviewed_on and o.loop = 'calories'))
                         order by c.id desc
                         limit :fetch
                        """)
                .bind("user", userId)
                .bind("after", page.afterId())
                .bind("fetch", page.fetch())
                .mapTo(ReviewDay.class)
                .list();
    }

    /** A day of review. */
    record ReviewDay(UUID id, UUID programId, LocalDate reviewedOn) {}
}
