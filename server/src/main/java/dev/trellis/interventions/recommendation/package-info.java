/**
 * Chooses and orders interventions for one intake: who may get what, retrieval by words and by meaning, evidence from
 * outcomes, exploration, variety, and the reasons shown with each. Pure: values in, values out, seeded by person and
 * day. May depend on {@code platform} only.
 */
@NullMarked
package dev.trellis.interventions.recommendation;

import org.jspecify.annotations.NullMarked;
