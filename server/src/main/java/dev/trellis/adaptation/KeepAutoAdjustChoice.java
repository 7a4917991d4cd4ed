package dev.trellis.adaptation;

import dev.trellis.assessment.ConsultationCompleted;
import dev.trellis.events.EventHandler;
import dev.trellis.events.Occurrence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whoever said in their consultation that easier days may be given unasked need not say it again in the settings. */
@ApplicationScoped
class KeepAutoAdjustChoice implements EventHandler<ConsultationCompleted> {
    @Override
    public String name() {
        return "keep_auto_adjust_choice";
    }

    @Override
    public Class<ConsultationCompleted> event() {
        return ConsultationCompleted.class;
    }

    @Override
    public Timing timing() {
        return Timing.IMMEDIATE;
    }

    @Override
    public void handle(Handle tx, List<Occurrence<ConsultationCompleted>> batch) {
        tx.createUpdate("""
                        insert into adaptation_settings (user_id, auto_adjust)
                        select a.user_id, a.answers ->> 'auto_adjust' = 'true'
                          from unnest(:users, :sessions) as c (user_id, session_id)
                          join consultation_answers a
                            on a.user_id = c.user_id and a.session_id = c.session_id and a.section = 'preferences'
                         where a.answers ->> 'auto_adjust' is not null
                            on conflict (user_id) do update set auto_adjust = excluded.auto_adjust
                        """)
                .bindArray(
                        "users",
                        UUID.class,
                        batch.stream().map(one -> one.event().userId()).toList())
                .bindArray(
                        "sessions",
                        UUID.class,
                        batch.stream().map(one -> one.event().subjectId()).toList())
                .execute();
    }
}
