package dev.trellis.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person logs in with.
 *
 * @param device how it is named in the list of sessions
 * @param browser a browser keeps one token in a cookie, which lives on while it is used; a program exchanges short ones
 */
public record Client(String device, boolean browser) {
    private static final int LONGEST_NAME = 200;
    private static final String UNKNOWN = "A browser";

    /** Looked for in this order, because every browser claims to be most of the others too. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    /** A program that calls the API, under the name it gives its device. */
    public static Client program(String device) {
        return new Client(device.substring(0, Math.min(device.length(), LONGEST_NAME)), false);
    }

    /** A browser, named so that its owner recognises it: {@code Firefox on Linux}. */
    public static Client browser(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var name = first(BROWSERS, agent, UNKNOWN);
        var system = first(SYSTEMS, agent, "");
        return new Client(system.isEmpty() ? name : name + " on " + system, true);
    }

    private static String first(List<Map.Entry<String, String>> known, String agent, String otherwise) {
        return known.stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
