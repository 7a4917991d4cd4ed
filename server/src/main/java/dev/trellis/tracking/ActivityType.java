package dev.trellis.tracking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody did, in the words that matching compares (domain 04.2). */
public enum ActivityType {
    RUN,
    TREADMILL_RUN,
    WALK,
    HIKE,
    CYCLE,
    INDOOR_CYCLE,
    SWIM,
    ROW,
    ELLIPTICAL,
    STAIR,
    STRENGTH,
    HIIT,
    YOGA,
    PILATES,
    STRETCH,
    OTHER;

    private record Word(String part, ActivityType type) {}

    /** What devices write, by a part of it; the more special first. */
    private static final List<Word> WORDS = List.of(
            new Word("treadmill", TREADMILL_RUN),
            new Word("indoor_run", TREADMILL_RUN),
            new Word("indoor_cycl", INDOOR_CYCLE),
            new Word("indoor_bik", INDOOR_CYCLE),
            new Word("virtual_ride", INDOOR_CYCLE),
            new Word("run", RUN),
            new Word("hik", HIKE),
            new Word("walk", WALK),
            new Word("cycl", CYCLE),
            new Word("bik", CYCLE),
            new Word("ride", CYCLE),
            new Word("swim", SWIM),
            new Word("rowing", ROW),
            new Word("elliptical", ELLIPTICAL),
            new Word("stair", STAIR),
            new Word("strength", STRENGTH),
            new Word("weight", STRENGTH),
            new Word("hiit", HIIT),
            new Word("interval", HIIT),
            new Word("yoga", YOGA),
            new Word("pilates", PILATES),
            new Word("stretch", STRETCH),
            new Word("other", OTHER));

    /** What a device meant by its own word, when that can be told. */
    public static Optional<ActivityType> ofSport(String sport) {
        var word = sport.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return WORDS.stream()
                .filter(known -> word.contains(known.part()))
                .map(Word::type)
                .findFirst();
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that wire name. */
    @JsonCreator
    public static ActivityType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such type of activity."));
    }
}
