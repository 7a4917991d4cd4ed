package dev.trellis.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that are wrong nearly everywhere, and bodies that are wrong everywhere. */
final class BadValues {
    private static final int DEEP = 5_000;
    private static final int HUGE = 2 * 1024 * 1024;

    private BadValues() {}

    /** As JSON text: types, numbers, dates, zones, characters, injections. */
    static List<String> json(RandomGenerator random) {
        var values = new ArrayList<>(List.of(
                "null", "true", "0", "-1", "0.5", "1e400", "-1e-400", "2147483648", "-9223372036854775809",
                "9".repeat(400), "[]", "{}", "[[[[]]]]", "[null]", "{\"\":null}", "[\"\\u0000\"]",
                "\"\"", "\" \"", "\"\\u0000\"", "\"half \\ud800 pair\"", "\"\\udc00\\ud800\"", "\"\\u202e\\u0007\"",
                "\"2026-02-30\"", "\"0000-00-00\"", "\"-999999999-01-01\"", "\"+999999999-12-31\"",
                "\"+1000000000-12-31T23:59:59.999999999Z\"", "\"2026-11-16T25:61:61Z\"", "\"24:60\"",
                "\"Mars/Olympus_Mons\"", "\"SystemV/AST4\"", "\"UTC+99\"",
                "\"'; drop table users; --\"", "\"' or '1'='1\"", "\"<script>alert(1)</script>\"", "\"{{7*7}} ${7*7}\"",
                "\"../../etc/passwd\"", "\"" + "x".repeat(100_000) + "\""));
        values.add(Long.toString(random.nextLong()));
        values.add("\"" + Long.toHexString(random.nextLong()) + "\"");
        values.add(Double.toString(random.nextGaussian() * 1e9));
        return values;
    }

    /** As they stand in a path or a query, already escaped. */
    static List<String> escaped(RandomGenerator random) {
        return List.of(
                "", "%20", "0", "-1", "0.5", "99999999999999999999", "2147483648", "null", "%00", "%FF%FE", "%C0%80",
                "%ED%A0%80", "%F0%9F%92%A9", "2026-02-30", "%2B999999999-12-31", "-999999999-01-01", "0000-00-00",
                "2026-11-16", "%2B1000000000-12-31T23:59:59Z", "00000000-0000-0000-0000-000000000000", "1-1-1-1-1",
                "%27%20or%20%271%27=%271", "%27%3B%20drop%20table%20users%3B--", "%3Cscript%3E", "..%2F..%2Fetc",
                "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAP8", "not-base64!", "x".repeat(3_000),
                Long.toHexString(random.nextLong()), Integer.toString(random.nextInt()));
    }

    /** Whole bodies that no endpoint should take. */
    static List<byte[]> bodies() {
        var bodies = new ArrayList<byte[]>();
        for (var text : List.of(
                "", " ", "null", "[]", "\"text\"", "1", "{", "}", "{]", "{\"a\":1,}", "{'a':1}", "{} {}", "NaN",
                "{\"a\":NaN}", "/* */ {}", "{\"no_such_field_at_all\":1}", "\uFEFF{}",
                "[".repeat(DEEP) + "]".repeat(DEEP), "[".repeat(DEEP),
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP))) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_16));
        bodies.add("{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        bodies.add(new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'});
        bodies.add(new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE, '"', ':', '1', '}'});
        bodies.add(new byte[] {0, 0, 0, 0});
        return bodies;
    }

    /** More than the server takes. */
    static byte[] huge() {
        return ("{\"a\":\"" + "x".repeat(HUGE) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** Not too long, but too deep, at a place where something is expected. */
    static String deep() {
        return "[".repeat(DEEP) + "]".repeat(DEEP);
    }
}
