package dev.trellis.adaptation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MatchingPropertiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final SessionSimilarity SIMILARITY = new SessionSimilarity(id -> id);

    @Property(tries = 1_000)
    void thePairingIsAsGoodAsTryingAll(@ForAll long seed) {
        var random = new Random(seed);
        var similarity = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
        for (var row : similarity) {
            for (var j = 0; j < row.length; j++) {
                row[j] = random.nextInt(101) / 100.0;
            }
        }
        var assigned = Assignment.of(similarity, new long[similarity.length][similarity[0].length]);
        double sum = 0;
        var used = new HashSet<Integer>();
        for (var i = 0; i < assigned.length; i++) {
            if (assigned[i] != Assignment.NOBODY) {
                assertThat(used.add(assigned[i])).isTrue();
                assertThat(similarity[i][assigned[i]]).isGreaterThanOrEqualTo(Assignment.THRESHOLD);
                sum += similarity[i][assigned[i]] - Assignment.THRESHOLD;
            }
        }
        assertThat(sum).isCloseTo(best(similarity, 0, 0), within(1e-4));
    }

    @Property(tries = 500)
    void theOrderOfLoggingChangesNothing(@ForAll long seed) {
        var random = new Random(seed);
        var planned = activities(random, 1 + random.nextInt(6));
        var actual = activities(random, random.nextInt(6));
        var links = Matching.sessions(planned, actual, Map.of(), SIMILARITY);
        var shuffled = new ArrayList<>(actual);
        Collections.shuffle(shuffled, random);
        assertThat(Matching.sessions(planned, shuffled, Map.of(), SIMILARITY)).isEqualTo(links);
        assertThat(links).extracting(Matching.Link::actual).doesNotHaveDuplicates();
        assertThat(links)
                .allMatch(link -> link.similarity().score() >= Assignment.THRESHOLD && Math.abs(link.movedDays()) <= 1);
    }

    @Property(tries = 1_000)
    void similarityIsAShareAndOneForTheSame(@ForAll long seed) {
        var random = new Random(seed);
        var one = activities(random, 1).getFirst();
        var other = activities(random, 1).getFirst();
        var similarity = SIMILARITY.of(one, other);
        assertThat(similarity.score()).isBetween(0.0, 1.0 + 1e-12);
        assertThat(similarity.kind()).isBetween(0.0, 1.0 + 1e-12);
        assertThat(similarity.confidence()).isBetween(0.0, 1.0 + 1e-12);
        assertThat(SIMILARITY.of(one, one).score()).isCloseTo(1, within(1e-9));
    }

    private static double best(double[][] similarity, int row, int used) {
        if (row == similarity.length) {
            return 0;
        }
        double best = best(similarity, row + 1, used);
        for (var j = 0; j < similarity[row].length; j++) {
            if ((used >> j & 1) == 0 && similarity[row][j] >= Assignment.THRESHOLD) {
                double rest = best(similarity, row + 1, used | 1 << j);
                best = Math.max(best, similarity[row][j] - Assignment.THRESHOLD + rest);
            }
        }
        return best;
    }

    private static List<Activity> activities(Random random, int count) {
        var activities = new ArrayList<Activity>();
        for (var i = 0; i < count; i++) {
            activities.add(new Activity(
                    new UUID(random.nextLong(), random.nextLong()),
                    DAY.plusDays(random.nextInt(3)),
                    random.nextBoolean() ? LocalTime.of(random.nextInt(24), 0) : null,
                    ActivityType.values()[random.nextInt(ActivityType.values().length)],
                    random.nextBoolean() ? 10.0 + random.nextInt(90) : null,
                    random.nextBoolean() ? 1.0 + random.nextInt(15) : null,
                    random.nextBoolean() ? 1 + random.nextInt(5) : null,
                    Map.of()));
        }
        return activities;
    }
}
