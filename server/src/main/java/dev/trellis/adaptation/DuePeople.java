package dev.trellis.adaptation;

import dev.trellis.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is due for a look at their morning or their program, whole batches at a time. */
@ApplicationScoped
class DuePeople {
    private final Database database;

    DuePeople(Database database) {
        this.database = database;
    }

    /** People with an active program whose own hour has come today, and whose morning was not looked at; by id. */
    List<UUID> mornings(Instant now, @Nullable UUID after, int most) {
        return database.asJob(tx -> tx.createQuery("""
                        select p.user_id
                          from programs p
                          join users u on u.id = p.user_id
                          left join adaptation_settings s on s.user_id = p.user_id
                         where p.status = 'active'
                           and (:after::uuid is null or p.user_id > :after)
                           and p.start_date <= day_of(:now, u.time_zone, u.day_start)
                           and p.end_date > day_of(:now, u.time_zone, u.day_start)
                           and (:now::timestamptz at time zone u.time_zone)::time >= coalesce(s.morning_at, '06:00')
                           and (s.morning_done_on is null or s.morning_done_on < day_of(:now, u.time_zone, u.day_start))
                         order by p.user_id
                         limit :most
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("after", after)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** People whose active program is due for a review on their own day; by id. */
    List<UUID> reviews(Instant now, @Nullable UUID after, int most) {
        return database.asJob(tx -> tx.createQuery("""
                        select p.user_id
                          from programs p
                          join users u on u.id = p.user_id
                         where p.status = 'active'
                           and (:after::uuid is null or p.user_id > :after)
                           and p.next_reassessment_date <= day_of(:now, u.time_zone, u.day_start)
                           and p.end_date > day_of(:now, u.time_zone, u.day_start)
                         order by p.user_id
                         limit :most
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("after", after)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }
}
