package dev.trellis.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The way into the embedded database of a data folder, for seeding and for the work written by hand. */
public record Postgres(int port, String password) {
    /** The role that the server uses for people; row-level security holds for it. */
    public static final String APP = "trellis_app";

    /** The role that the server uses for jobs. */
    public static final String JOBS = "trellis_jobs";

    static final String SUPERUSER = "postgres";
    private static final int PORT_LINE = 3;

    /** The one that runs in this folder. */
    public static Postgres in(Path home) throws IOException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(PORT_LINE);
        var password = Files.readString(home.resolve("postgres.password"));
        return new Postgres(Integer.parseInt(port.strip()), password.strip());
    }

    /** A connection that may do everything. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), SUPERUSER, password);
    }

    /** A connection that works as this role, without committing by itself. */
    public Connection as(String role) throws SQLException {
        var connection = DriverManager.getConnection(urlAs(role), SUPERUSER, password);
        connection.setAutoCommit(false);
        return connection;
    }

    String urlAs(String role) {
        return url() + "?options=-c%20role=" + role;
    }

    private String url() {
        return "jdbc:postgresql://localhost:" + port + "/trellis";
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port;
    }
}
