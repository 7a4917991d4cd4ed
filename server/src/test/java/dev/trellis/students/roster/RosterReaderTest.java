package dev.trellis.students.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trellis.students.roster.RosterReader.Opening.Opened;
import dev.trellis.students.roster.RosterReader.Opening.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file: every line is either taken over or named. */
class RosterReaderTest {
    private static final String HEADER = "sourcedId,status,role,givenName,familyName,email\n";

    @Property(tries = 300)
    void everyLineIsEitherGoodOrNamedWhateverTheBytes(@ForAll long seed) {
        var random = new Random(seed);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
        for (var line = 0; line < 20; line++) {
            if (random.nextBoolean()) {
                bytes.writeBytes(("s" + random.nextInt(15) + ",,student,A,B,a" + line + "@example.org\n")
                        .getBytes(StandardCharsets.UTF_8));
            } else {
                var noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                bytes.writeBytes(noise);
                bytes.write('\n');
            }
        }
        try (var reader = ((Opened) RosterReader.open(RosterFile.USERS, new ByteArrayInputStream(bytes.toByteArray())))
                .reader()) {
            var ids = new HashSet<String>();
            for (var lines = reader.next(7); lines.lines() > 0; lines = reader.next(7)) {
                var named = new HashSet<Long>();
                lines.problems().forEach(problem -> named.add(problem.line()));
                assertThat(lines.rows().size() + named.size()).isEqualTo(lines.lines());
                assertThat(lines.rows()).allSatisfy(row -> {
                    assertThat(ids.add(row.id())).isTrue();
                    assertThat(RosterFile.USERS.check(row)).isEmpty();
                });
            }
        } catch (UncheckedIOException e) {
            // A quotation mark that is never closed: the file is refused from there on.
            assertThat(e.getCause()).isNotNull();
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        var opened = (Opened) open("\uFEFF" + HEADER + "s1,,student,A,B,a@example.org\n");

        assertThat(opened.reader().next(10).rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("s1");
            assertThat(row.line()).isEqualTo(2);
        });
    }

    @Test
    void blankLinesAreCountedAndPassedOver() {
        var opened = (Opened) open(HEADER + "\n\ns1,,student,A,B,a@example.org\n\n");

        var lines = opened.reader().next(10);

        assertThat(lines.lines()).isEqualTo(1);
        assertThat(lines.rows().getFirst().line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sourcedId\n", "not,a,roster\n1,2,3\n"})
    void whatHasNotTheColumnsIsRefused(String content) {
        assertThat(open(content)).isInstanceOf(Refused.class);
    }

    private static RosterReader.Opening open(String content) {
        return RosterReader.open(RosterFile.USERS, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
