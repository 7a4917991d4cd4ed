package dev.trellis.interventions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Adds up what people say about interventions, of either kind, in one statement a batch. Rows are locked in the order of
 * their numbers, so that two nodes counting at once never wait for each other in a circle.
 */
@ApplicationScoped
class OutcomeCounts {
    /** What one event adds to one intervention. */
    record Added(int interventionId, int started, int answered, int helpful, int tries, double weight) {
        static Added start(int interventionId) {
            return new Added(interventionId, 1, 0, 0, 0, 0);
        }

        static Added answer(int interventionId, Feedback.Answer answer, double weight) {
            var tries = answer.isTry() ? 1 : 0;
            return new Added(interventionId, 0, 1, answer == Feedback.Answer.HELPED ? 1 : 0, tries, tries * weight);
        }
    }

    void add(Handle tx, Collection<Added> all) {
        if (all.isEmpty()) {
            return;
        }
        lock(tx, all);
        addTo(tx, all, """
                update interventions_base i
                   set started_count = i.started_count + sums.started, answered_count = i.answered_count + sums.answered,
                       helpful_count = i.helpful_count + sums.helpful, total_tries = i.total_tries + sums.tries,
                       weighted_helpful = i.weighted_helpful + sums.weighted_helpful,
                       weighted_tries = i.weighted_tries + sums.weighted_tries
                  from sums
                 where i.intervention_id = sums.id
                """);
        addTo(tx, all, """
                update user_interventions i
                   set started_count = i.started_count + sums.started, answered_count = i.answered_count + sums.answered,
                       helpful_count = i.helpful_count + sums.helpful, total_tries = i.total_tries + sums.tries,
                       weighted_helpful = i.weighted_helpful + sums.weighted_helpful,
                       weighted_tries = i.weighted_tries + sums.weighted_tries
                  from sums
                 where i.reference_id = sums.id
                """);
    }

    private static void lock(Handle tx, Collection<Added> all) {
        var ids = all.stream().map(Added::interventionId).distinct().sorted().toList();
        tx.createQuery("""
                        select intervention_id
                          from interventions_base
                         where intervention_id = any (:ids)
                         order by intervention_id
                           for no key update
                        """)
                .bindArray("ids", Integer.class, ids)
                .mapTo(Integer.class)
                .list();
        tx.createQuery("""
                        select reference_id
                          from user_interventions
                         where reference_id = any (:ids)
                         order by reference_id
                           for no key update
                        """)
                .bindArray("ids", Integer.class, ids)
                .mapTo(Integer.class)
                .list();
    }

    private static void addTo(Handle tx, Collection<Added> all, String update) {
        var rows = List.copyOf(all);
        var weights = new ArrayList<Double>();
        rows.forEach(row -> weights.add(row.weight()));
        tx.createUpdate("""
                        with sums as (
                            select id, sum(started) as started, sum(answered) as answered, sum(helpful) as helpful,
                                   sum(tries) as tries, sum(weight * helpful)::numeric as weighted_helpful,
                                   sum(weight)::numeric as weighted_tries
                              from unnest(:ids::int[], :started::int[], :answered::int[], :helpful::int[], :tries::int[],
                                          :weights::float8[])
                                   as added (id, started, answered, helpful, tries, weight)
                             group by id)
                        """ + update)
                .bindArray(
                        "ids",
                        Integer.class,
                        rows.stream().map(Added::interventionId).toList())
                .bindArray(
                        "started",
                        Integer.class,
                        rows.stream().map(Added::started).toList())
                .bindArray(
                        "answered",
                        Integer.class,
                        rows.stream().map(Added::answered).toList())
                .bindArray(
                        "helpful",
                        Integer.class,
                        rows.stream().map(Added::helpful).toList())
                .bindArray(
                        "tries", Integer.class, rows.stream().map(Added::tries).toList())
                .bindArray("weights", Double.class, weights)
                .execute();
    }
}
