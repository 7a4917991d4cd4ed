package dev.trellis.platform.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How to reach the database as the role that owns the tables. Only start-up uses it: to create the two roles the
 * server works as, and to migrate.
 *
 * @param jdbcUrl address and options, without credentials
 */
public record OwnerAccess(String jdbcUrl, String user, String password) {
    /** Reads {@code postgresql://user:password@host:port/database?options}, with or without {@code jdbc:}. */
    public static OwnerAccess parse(String url) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
            throw new StartUpException(
                    "TRELLIS_DATABASE_URL must look like postgresql://user:password@host:5432/trellis.");
        }
        var uri = readable(plain);
        var options = options(uri);
        var user = Objects.requireNonNullElse(options.remove("user"), "");
        var password = Objects.requireNonNullElse(options.remove("password"), "");
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            user = decoded(parts[0]);
            password = parts.length > 1 ? decoded(parts[1]) : password;
        }
        if (user.isEmpty()
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new StartUpException("TRELLIS_DATABASE_URL needs a user, a host and a database name.");
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining("&"));
        var address =
                "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + (query.isEmpty() ? "" : "?" + query);
        return new OwnerAccess(address, user, password);
    }

    /** A new connection as the owner. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }

    private static URI readable(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new StartUpException("TRELLIS_DATABASE_URL is not a valid address; escape special characters in the"
                    + " password with %XX.");
        }
    }

    private static Map<String, String> options(URI uri) {
        var options = new LinkedHashMap<String, String>();
        if (uri.getRawQuery() != null) {
            for (var option : uri.getRawQuery().split("&", -1)) {
                var parts = option.split("=", 2);
                options.put(parts[0], parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return options;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
