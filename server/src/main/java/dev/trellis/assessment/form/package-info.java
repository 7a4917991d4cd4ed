/** Questions that any page can show without knowing them: fields, what they accept, and how an answer is read. Pure. */
@NullMarked
package dev.trellis.assessment.form;

import org.jspecify.annotations.NullMarked;
