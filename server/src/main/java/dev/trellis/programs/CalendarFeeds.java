package dev.trellis.programs;

import dev.trellis.identity.People;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Cursor;
import dev.trellis.platform.Database;
import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Feeds for the calendars people have already: made, listed, taken back, and read by whoever has the secret. */
@ApplicationScoped
public class CalendarFeeds {
    /** The prefix tells people and secret scanners what they have found. */
    private static final String PREFIX = "trlc_";

    private static final int SECRET_BYTES = 32;
    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 120;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final CalendarFeedStore store;
    private final People people;
    private final InstantSource clock;

    CalendarFeeds(Database database, CalendarFeedStore store, People people, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Makes a feed; its secret is in this answer only. */
    public CalendarFeed create(Actor actor, String name, boolean meals) {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return database.as(
                actor,
                tx -> store.add(tx, actor.userId(), name, hash(secret), meals, clock.instant())
                        .with(secret));
    }

    /** One's own feeds without their secrets, newest first. */
    public Page<CalendarFeed> list(Actor actor, PageRequest page) {
        return database.as(
                actor, tx -> Page.of(store.page(tx, actor.userId(), page), page, feed -> new Cursor(feed.id())));
    }

    /** Takes a feed back; false when there is none. */
    public boolean revoke(Actor actor, UUID id) {
        return database.as(actor, tx -> store.remove(tx, actor.userId(), id));
    }

    /** The calendar behind a secret, a month back and four ahead; nothing when the secret opens none. */
    public Optional<String> read(String secret) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.asJob(tx -> store.open(tx, hash(secret), today)).map(opened -> {
            var actor = Actor.person(opened.userId());
            return database.as(actor, tx -> {
                var days = people.days(tx, actor.userId());
                var from = days.dayOf(clock.instant()).minusDays(DAYS_BACK);
                return CalendarFile.of(
                        store.entries(tx, actor.userId(), from, from.plusDays(DAYS_BACK + DAYS_AHEAD), opened.meals()),
                        days);
            });
        });
    }

    /** A secret has 256 random bits, so a fast hash without salt cannot be guessed back. */
    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
