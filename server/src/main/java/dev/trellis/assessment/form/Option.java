package dev.trellis.assessment.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of several answers to choose from: what is stored, and what is shown. */
public record Option(String value, String label) {
    /** The value that says "none of these"; whoever chooses it chooses nothing else. */
    public static final String NONE = "none";

    /** The option that says so. */
    public static Option none(String label) {
        return new Option(NONE, label);
    }

    /** An option for each of these constants. */
    public static List<Option> each(Choosable... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.wire(), constant.label()))
                .toList();
    }

    /** The same after one that says none of them. */
    public static List<Option> noneOr(String noneLabel, Choosable... constants) {
        var options = new ArrayList<Option>();
        options.add(none(noneLabel));
        options.addAll(each(constants));
        return List.copyOf(options);
    }
}
