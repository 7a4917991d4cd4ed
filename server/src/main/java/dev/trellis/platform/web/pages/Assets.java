package dev.trellis.platform.web.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files pages bring to the browser: style, scripts, fonts, icons; ours, and those of libraries as they lie in their
 * jars. The address of a file holds a piece of its hash, so a browser keeps it for good and still sees every change.
 */
@Named("assets")
@ApplicationScoped
public class Assets {
    private static final String OWN = "dev/trellis/platform/web/pages/";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final Pattern NAMED = Pattern.compile("asset\\(([a-z0-9.-]+)\\)");
    private static final int VERSION_CHARACTERS = 12;

    private static final Map<String, Source> SOURCES = Map.ofEntries(
            Map.entry("trellis.css", new Source(OWN + "trellis.css", "text/css;charset=UTF-8")),
            Map.entry("trellis.js", new Source(OWN + "trellis.js", "text/javascript;charset=UTF-8")),
            Map.entry("charts.js", new Source(OWN + "charts.js", "text/javascript;charset=UTF-8")),
            Map.entry("worker.js", new Source(OWN + "worker.js", "text/javascript;charset=UTF-8")),
            Map.entry("mark.svg", new Source(OWN + "mark.svg", "image/svg+xml")),
            Map.entry("mark-192.png", new Source(OWN + "mark-192.png", "image/png")),
            Map.entry("mark-512.png", new Source(OWN + "mark-512.png", "image/png")),
            Map.entry("mark-maskable.png", new Source(OWN + "mark-maskable.png", "image/png")),
            Map.entry("figtree.woff2", new Source(OWN + "fonts/figtree.woff2", "font/woff2")),
            Map.entry("fraunces.woff2", new Source(OWN + "fonts/fraunces.woff2", "font/woff2")),
            Map.entry(
                    "htmx.js",
                    new Source(WEBJARS + "htmx.org/2.0.8/dist/htmx.min.js", "text/javascript;charset=UTF-8")),
            Map.entry(
                    "chart.js",
                    new Source(WEBJARS + "chart.js/4.5.1/dist/chart.umd.min.js", "text/javascript;charset=UTF-8")));

    private final Map<String, Asset> assets = new HashMap<>();
    private String version = "";

    private record Source(String resource, String mediaType) {
        boolean isStyle() {
            return mediaType.startsWith("text/css");
        }
    }

    /** A file as it is sent. */
    public record Asset(String version, String mediaType, byte[] bytes) {}

    @PostConstruct
    void load() {
        SOURCES.forEach((name, source) -> {
            if (!source.isStyle()) {
                assets.put(name, read(source));
            }
        });
        // Styles name fonts, so these come first.
        SOURCES.forEach((name, source) -> {
            if (source.isStyle()) {
                assets.put(name, withAddresses(read(source)));
            }
        });
        var all = new StringBuilder();
        assets.keySet().stream().sorted().forEach(name -> all.append(url(name)));
        version = hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The address of a file. */
    public String url(String name) {
        return "/app/assets/" + Objects.requireNonNull(assets.get(name), name).version() + "/" + name;
    }

    /** The file of that name. */
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    /** A text that changes when any file does. */
    public String version() {
        return version;
    }

    /** Puts the address of a file in the place of {@code asset(name)}. */
    private Asset withAddresses(Asset style) {
        var text = NAMED.matcher(new String(style.bytes(), StandardCharsets.UTF_8))
                .replaceAll(found -> "url(" + url(found.group(1)) + ")");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Asset(hash(bytes), style.mediaType(), bytes);
    }

    private static Asset read(Source source) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(source.resource())) {
            if (in == null) {
                throw new IllegalStateException("missing in the build: " + source.resource());
            }
            var bytes = in.readAllBytes();
            return new Asset(hash(bytes), source.mediaType(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
