package dev.trellis.identity.web;

import dev.trellis.platform.web.pages.Option;
import dev.trellis.platform.web.pages.Zones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What people choose from in their settings. What they have chosen by other ways is always among it. */
final class Choices {
    private static final List<Option> LANGUAGES = Stream.of(Locale.getISOLanguages())
            .map(code -> Option.of(code, Locale.of(code).getDisplayLanguage(Locale.ENGLISH)))
            .filter(option -> !option.label().equals(option.value()))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    private static final List<Option> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Option.of(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH)))
            .sorted(Comparator.comparing(Option::label))
            .toList();

    private Choices() {}

    static List<Option> languages(String current) {
        return with(current, Locale.forLanguageTag(current).getDisplayName(Locale.ENGLISH), LANGUAGES);
    }

    static List<Option> countries(String current) {
        return with(current, current, COUNTRIES);
    }

    static List<Option> zones(String current) {
        return with(current, current, Option.ofTexts(Zones.ALL));
    }

    private static List<Option> with(String current, String label, List<Option> options) {
        if (current.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(current))) {
            return options;
        }
        var more = new ArrayList<>(options);
        more.addFirst(Option.of(current, label));
        return more;
    }
}
