package dev.trellis.interventions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trellis.nutrition.ShippedFoods;
import dev.trellis.platform.postgres.OwnerAccess;
import dev.trellis.platform.postgres.Schema;
import dev.trellis.platform.postgres.StartUpException;
import dev.trellis.programs.ShippedExercises;
import dev.trellis.testing.PostgresForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The curated catalogue gets into the database whole, again when it changes, and never at the cost of what people said. */
class CuratedCatalogueTest {
    private static final String FILE = shipped();

    private final OwnerAccess owner = PostgresForTests.freshDatabase();

    @Test
    void loadsEveryRowWithItsHabits() {
        try (var tx = open()) {
            assertThat(count(tx, "select count(*) from interventions_base")).isEqualTo(62);
            assertThat(count(tx, "select count(*) from intervention_habits where intervention_id = 30"))
                    .isEqualTo(4);
            assertThat(count(tx, "select count(*) from interventions_base where contraindication_tags @> '{none}'"))
                    .isZero();
        }
    }

    @Test
    void keepsCountsWhenTheFileChangesAndRetiresWhatIsGone() {
        try (var tx = open()) {
            tx.execute("update interventions_base set helpful_count = 8, total_tries = 10 where intervention_id = 1");
        }
        var changed = FILE.replace("Fixed wake time", "One wake time").replaceAll("(?m)^62,.*\\R?", "");

        Schema.bringUpToDate(owner, new CuratedCatalogue(changed), new ShippedFoods(), new ShippedExercises());

        try (var tx = open()) {
            assertThat(tx.select("select name || helpful_count || total_tries from interventions_base"
                                    + " where intervention_id = 1")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("One wake time810");
            assertThat(count(tx, "select intervention_id from interventions_base where retired"))
                    .isEqualTo(62);
            assertThat(count(tx, "select count(*) from catalogue")).isEqualTo(61);
        }
    }

    @Test
    void refusesAFileWithADuplicateAnUnknownTagAWrongDurationOrNoSource() {
        assertRefused(
                FILE.replaceFirst("(?m)^2,stimulus_control", "1,stimulus_control"), "intervention_id is used twice");
        assertRefused(FILE.replaceFirst("(?m)^2,stimulus_control", "2,fixed_wake_time"), "slug is used twice");
        assertRefused(FILE.replace("shift_work;bipolar", "shift_work;left_handed"), "left_handed");
        assertRefused(FILE.replace("wake time,14,shift_work", "wake time,90,shift_work"), "duration_days");
        assertRefused(
                FILE.replace(
                        "\"Sletten et al. 2023, Sleep Health 9(6):801-820 (NSF consensus), doi:10.1016/j.sleh.2023.07.016\"",
                        ""),
                "row 1, source is missing");
        assertRefused(FILE.lines().findFirst().orElseThrow(), "empty");
        assertRefused("", "empty");
    }

    @Test
    void aRefusedFileLeavesTheCatalogueAsItWas() {
        assertThatThrownBy(() -> Schema.bringUpToDate(
                        owner,
                        new CuratedCatalogue(FILE.replaceFirst("(?m)^2,stimulus_control", "1,stimulus_control")),
                        new ShippedFoods(),
                        new ShippedExercises()))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("intervention_id is used twice");
        try (var tx = open()) {
            assertThat(count(tx, "select count(*) from catalogue")).isEqualTo(62);
        }
    }

    private static void assertRefused(String csv, String reason) {
        assertThatThrownBy(() -> CatalogueFile.read(csv))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(reason);
    }

    private Handle open() {
        return Jdbi.create(owner.jdbcUrl(), owner.user(), owner.password()).open();
    }

    private static long count(Handle tx, String query) {
        return tx.createQuery(query).mapTo(Long.class).one();
    }

    private static String shipped() {
        try (var file = Objects.requireNonNull(
                CuratedCatalogueTest.class.getResourceAsStream("/catalogue/interventions.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
