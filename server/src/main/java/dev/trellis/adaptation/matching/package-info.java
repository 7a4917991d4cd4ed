/**
 * What was done, held against what was planned: how similar two activities or meals are, which belongs to which, and what
 * that means for adherence (domain file 04). Weights and thresholds are choices of this product.
 */
@NullMarked
package dev.trellis.adaptation.matching;

import org.jspecify.annotations.NullMarked;
