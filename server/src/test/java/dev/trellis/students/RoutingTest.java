package dev.trellis.students;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.students.Routing.Candidate;
import dev.trellis.students.StaffMember.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who gets a new case. */
class RoutingTest {
    private static final UUID COURSE = new UUID(0, 1);

    @Test
    void whoKnowsTheStudentComesBeforeWhoIsGoodAtItAndThatBeforeWhoHasRoom() {
        var knows = candidate(1, Position.TRAINER, Set.of(), 10, 9);
        var skilled = candidate(2, Position.TRAINER, Set.of("phone_call"), 10, 8);
        var free = candidate(3, Position.TRAINER, Set.of(), 10, 0);
        var lead = candidate(4, Position.LEAD, Set.of("phone_call"), 10, 0);
        var staff = List.of(lead, free, skilled, knows);

        assertThat(new Routing(staff).choose(COURSE, "phone_call", Set.of(knows.trainerId())))
                .contains(knows.trainerId());
        assertThat(new Routing(staff).choose(COURSE, "phone_call", Set.of())).contains(skilled.trainerId());
        assertThat(new Routing(staff).choose(COURSE, "peer_group", Set.of())).contains(free.trainerId());
        assertThat(new Routing(List.of(lead)).choose(COURSE, "peer_group", Set.of()))
                .contains(lead.trainerId());
        assertThat(new Routing(staff).choose(new UUID(0, 2), "peer_group", Set.of()))
                .isEmpty();
    }

    @Property(tries = 200)
    void nobodyGetsMoreThanTheyHaveRoomForAndNoRoomIsLeftWhileACaseWaits(@ForAll long seed) {
        var random = new Random(seed);
        var staff = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> candidate(i, Position.TRAINER, Set.of(), random.nextInt(8), random.nextInt(4)))
                .filter(one -> one.capacity() > 0)
                .toList();
        var routing = new Routing(staff);
        var given = new HashMap<UUID, Integer>();
        var waiting = 0;
        for (var i = 0; i < 30; i++) {
            var chosen = routing.choose(COURSE, "phone_call", Set.of());
            chosen.ifPresent(trainer -> given.merge(trainer, 1, Integer::sum));
            waiting += chosen.isEmpty() ? 1 : 0;
        }
        var room = staff.stream()
                .mapToInt(one -> Math.max(0, one.capacity() - one.openCases()))
                .sum();
        assertThat(waiting).isEqualTo(Math.max(0, 30 - room));
        assertThat(staff)
                .allSatisfy(one -> assertThat(one.openCases() + given.getOrDefault(one.trainerId(), 0))
                        .isLessThanOrEqualTo(Math.max(one.capacity(), one.openCases())));
    }

    private static Candidate candidate(int id, Position role, Set<String> expertise, int capacity, int open) {
        return new Candidate(COURSE, new UUID(1, id), role, expertise, capacity, open);
    }
}
