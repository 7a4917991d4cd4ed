package dev.trellis.interventions;

import dev.trellis.identity.Profiles;
import dev.trellis.interventions.recommendation.ContraindicationTag;
import dev.trellis.platform.Actor;
import dev.trellis.platform.Database;
import dev.trellis.safety.SafetyHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells before a start what {@link PeriodStarts} would say to it, so that nobody plans what cannot begin. */
@ApplicationScoped
public class StartPreviews {
    private final Database database;
    private final Catalogue catalogue;
    private final PeriodStore periods;
    private final PersonsFacts persons;
    private final Profiles profiles;
    private final SafetyHolds holds;

    StartPreviews(
            Database database,
            Catalogue catalogue,
            PeriodStore periods,
            PersonsFacts persons,
            Profiles profiles,
            SafetyHolds holds) {
        this.database = database;
        this.catalogue = catalogue;
        this.periods = periods;
        this.persons = persons;
        this.profiles = profiles;
        this.holds = holds;
    }

    /**
     * How a start of this intervention by this person stands.
     *
     * @param obstacle what refuses it whatever is answered; absent when nothing does
     * @param mustAsk questions that nobody has asked yet, to be answered with it
     * @param mayAsk questions whose answers refuse nothing
     * @param cautions what to read before the first day
     * @param asksForPhase whether the person follows their cycle here
     */
    public record StartPreview(
            CatalogueItem item,
            PeriodStart.@Nullable Result obstacle,
            List<ContraindicationTag> mustAsk,
            List<ContraindicationTag> mayAsk,
            List<String> cautions,
            boolean asksForPhase) {}

    /** How a start stands; nothing when the catalogue has no such intervention. */
    public Optional<StartPreview> of(Actor actor, int interventionId) {
        return database.as(actor, tx -> catalogue.find(tx, interventionId).map(item -> preview(tx, actor, item)));
    }

    private StartPreview preview(Handle tx, Actor actor, CatalogueItem item) {
        var tags = item.contraindicationTags().stream()
                .map(ContraindicationTag::of)
                .toList();
        var person = persons.of(tx, actor.userId());
        var held = holds.current(tx, actor.userId()).<PeriodStart.Result>map(hold -> new PeriodStart.OnHold());
        var obstacle = held.or(() -> StartRules.contraindicated(tags, item.contraindications(), person))
                .or(() -> StartRules.crowded(periods.open(tx, actor.userId()), item.name()));
        return new StartPreview(
                item,
                obstacle.orElse(null),
                StartRules.mustAsk(tags, person),
                StartRules.mayAsk(tags, person),
                StartRules.cautions(tags, item.contraindications(), person),
                profiles.of(tx, actor.userId()).cycleTracking());
    }
}
