package dev.trellis.interventions.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final List<CatalogueEntry> ENTRIES = StarterCatalogue.read();
    private static final Intake ANY = Intake.of("", "");

    @Test
    void whatRunsNowIsNotOfferedAgain() {
        assertThat(reason(ANY, history(Set.of(20), Map.of(), Map.of()), "brisk_walk_150"))
                .contains(RefusedReason.ACTIVE_NOW);
    }

    @Test
    void whatWasCompletedComesBackAfterSixtyDaysOrOnRequest() {
        var after59 = history(Set.of(), Map.of(20, TODAY.minusDays(59)), Map.of());
        var after60 = history(Set.of(), Map.of(20, TODAY.minusDays(60)), Map.of());
        assertThat(reason(ANY, after59, "brisk_walk_150")).contains(RefusedReason.COMPLETED_RECENTLY);
        assertThat(reason(ANY, after60, "brisk_walk_150")).isEmpty();
        assertThat(reason(repeats(), after59, "brisk_walk_150")).isEmpty();
    }

    @Test
    void twoAbandonedTriesAreEnough() {
        assertThat(reason(ANY, history(Set.of(), Map.of(), Map.of(20, 1)), "brisk_walk_150"))
                .isEmpty();
        assertThat(reason(ANY, history(Set.of(), Map.of(), Map.of(20, 2)), "brisk_walk_150"))
                .contains(RefusedReason.ABANDONED_TWICE);
    }

    @Test
    void limitsOfTheIntakeAreKept() {
        var person = PersonFacts.unasked(new UUID(1, 2), TODAY);
        assertThat(reason(limits(Set.of(), 55, 60), person, "brisk_walk_150"))
                .contains(RefusedReason.LONGER_THAN_WANTED);
        assertThat(reason(limits(Set.of(), 56, 60), person, "brisk_walk_150")).isEmpty();
        assertThat(reason(limits(Set.of(), 56, 29), person, "brisk_walk_150"))
                .contains(RefusedReason.MORE_MINUTES_THAN_WANTED);
        assertThat(reason(limits(Set.of("movement"), 56, 60), person, "brisk_walk_150"))
                .contains(RefusedReason.CATEGORY_BLOCKED);
    }

    @Test
    void cycleItemsNeedAnOptIn() {
        var person = PersonFacts.unasked(new UUID(1, 2), TODAY);
        assertThat(reason(ANY, person, "heat_period_pain")).contains(RefusedReason.CYCLE_FEATURES_OFF);
        assertThat(reason(ANY, flagged(Set.of(), Set.of()), "heat_period_pain")).isEmpty();
    }

    @Test
    void medicalFlagsAskForAClinicianAndLifeFlagsForANote() {
        var eligibility = new Eligibility(
                ANY, flagged(Set.of(ContraindicationTag.BIPOLAR, ContraindicationTag.SHIFT_WORK), Set.of()));
        var entry = bySlug("fixed_wake_time");
        assertThat(eligibility.refusal(entry)).isEmpty();
        assertThat(eligibility.clinicianFirst(entry)).containsExactly(ContraindicationTag.BIPOLAR);
        assertThat(eligibility.notes(entry)).containsExactly(ContraindicationTag.SHIFT_WORK);
        assertThat(eligibility.unasked(entry)).isEmpty();
    }

    @Test
    void whatNobodyAskedIsAskedBeforeStarting() {
        var eligibility = new Eligibility(ANY, flagged(Set.of(), Set.of(ContraindicationTag.SEIZURE)));
        assertThat(eligibility.unasked(bySlug("cbti_core")))
                .startsWith(ContraindicationTag.PREGNANCY)
                .contains(ContraindicationTag.BIPOLAR)
                .doesNotContain(ContraindicationTag.SEIZURE);
    }

    @Test
    void pregnancyReachesTheNarrowerPregnancyTags() {
        var pregnant = new Eligibility(ANY, flagged(Set.of(ContraindicationTag.PREGNANCY), Set.of()));
        assertThat(pregnant.clinicianFirst(bySlug("walk_run"))).contains(ContraindicationTag.PREGNANCY_NEW_RUNNER);
        assertThat(pregnant.clinicianFirst(bySlug("mobility_yoga"))).contains(ContraindicationTag.PREGNANCY_SUPINE);
    }

    @Test
    void denyingANarrowTagDoesNotDenyTheWideOne() {
        var person = flagged(Set.of(), Set.of(ContraindicationTag.PREGNANCY_NEW_RUNNER));
        assertThat(new Eligibility(ANY, person).unasked(bySlug("warm_bath"))).contains(ContraindicationTag.PREGNANCY);
    }

    @Test
    void whenAnswersContradictEachOtherTheCarefulOneHolds() {
        var both = flagged(Set.of(ContraindicationTag.PREGNANCY), Set.of(ContraindicationTag.PREGNANCY));
        assertThat(reason(ANY, both, "warm_bath")).contains(RefusedReason.CONTRAINDICATED);
    }

    @Test
    void aKnownHeartConditionIsCarefulWhereHeartSymptomsExclude() {
        var eligibility = new Eligibility(ANY, flagged(Set.of(ContraindicationTag.HEART_DISEASE), Set.of()));
        assertThat(eligibility.clinicianFirst(bySlug("exercise_snacks")))
                .containsExactly(ContraindicationTag.HEART_DISEASE);
    }

    private static Optional<RefusedReason> reason(Intake intake, PersonFacts person, String slug) {
        return new Eligibility(intake, person).refusal(bySlug(slug)).map(Exclusion::reason);
    }

    private static Intake limits(Set<String> blocked, int days, int minutes) {
        return new Intake(
                "",
                "",
                Set.of(),
                blocked,
                OptionalInt.empty(),
                OptionalInt.empty(),
                null,
                OptionalInt.of(days),
                OptionalInt.of(minutes),
                false);
    }

    private static Intake repeats() {
        return new Intake(
                "",
                "",
                Set.of(),
                Set.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                null,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true);
    }

    private static PersonFacts history(
            Set<Integer> active, Map<Integer, LocalDate> completed, Map<Integer, Integer> abandoned) {
        return new PersonFacts(new UUID(1, 2), TODAY, Set.of(), Set.of(), active, completed, abandoned, false, false);
    }

    private static PersonFacts flagged(Set<ContraindicationTag> present, Set<ContraindicationTag> absent) {
        return new PersonFacts(new UUID(1, 2), TODAY, present, absent, Set.of(), Map.of(), Map.of(), true, false);
    }

    private static CatalogueEntry bySlug(String slug) {
        return ENTRIES.stream()
                .filter(entry -> entry.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
