/**
 * What changes in a program every two weeks: a controller for calories and one for training volume, their gates, and the
 * sentences that say why (domain file 06). State goes in and comes out, so that a review can be replayed.
 */
@NullMarked
package dev.trellis.adaptation.reassessment;

import org.jspecify.annotations.NullMarked;
