/**
 * What happened in an intervention period and how sure we may be: days, adherence, mood, streaks, effect estimate,
 * correlations and the sentences that say so (domain file 07). Pure functions of values; depends on no other module.
 */
@NullMarked
package dev.trellis.interventions.outcome;

import org.jspecify.annotations.NullMarked;
