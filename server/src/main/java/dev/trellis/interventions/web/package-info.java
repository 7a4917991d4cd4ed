/** The catalogue, submissions and reviews, recommendations and periods over HTTP. */
@NullMarked
package dev.trellis.interventions.web;

import org.jspecify.annotations.NullMarked;
