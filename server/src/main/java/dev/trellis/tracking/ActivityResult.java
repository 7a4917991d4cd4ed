package dev.trellis.tracking;

import dev.trellis.platform.Problem.FieldError;
import dev.trellis.safety.SafetyNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of logging or changing an activity. */
public sealed interface ActivityResult {
    /** It is kept like this; with help when the words sounded like somebody who needs it. */
    record Kept(Activity activity, @Nullable SafetyNotice safety) implements ActivityResult {}

    /** Some of it cannot be; nothing was kept. */
    record Invalid(List<FieldError> errors) implements ActivityResult {}

    /** The person has no such activity. */
    record Unknown() implements ActivityResult {}

    /** The file holds no activity that can be read; the sentence says why. */
    record Unreadable(String why) implements ActivityResult {}

    /** Neither the file nor the person says what it was. */
    record WhatWasIt() implements ActivityResult {}

    /** The same file came before; this is what became of it. */
    record AlreadyImported(Activity activity) implements ActivityResult {}
}
