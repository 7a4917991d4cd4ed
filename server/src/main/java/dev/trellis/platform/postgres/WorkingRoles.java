package dev.trellis.platform.postgres;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two roles the server works as. Neither owns a table, neither may bypass row-level security:
 * {@value #APP} acts for one person a transaction, {@value #JOBS} crosses people.
 *
 * <p>Their passwords are derived from the owner's, so that every node with the same database address arrives at the
 * same ones and nothing more has to be configured or stored.
 */
public record WorkingRoles(OwnerAccess owner) {
    public static final String APP = "trellis_app";
    public static final String JOBS = "trellis_jobs";

    /** The password of one of the two roles: HMAC-SHA-256 of its name under the owner's password. */
    public String passwordOf(String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = ("trellis:" + owner.password()).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Creates the roles, or sets their passwords anew, when logging in as them fails. */
    void ensure(Connection connection) throws SQLException {
        for (var role : new String[] {APP, JOBS}) {
            if (!canLogIn(role)) {
                create(connection, role);
            }
        }
    }

    private boolean canLogIn(String role) {
        try (var ignored = DriverManager.getConnection(owner.jdbcUrl(), role, passwordOf(role))) {
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * A new role may do nothing beyond logging in: no superuser, no bypass. Role names and the hexadecimal password hold no quotes, so they can stand in the
     * statement's text.
     */
    private void create(Connection connection, String role) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$
                    begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s;
                        end if;
                        alter role %1$s login password '%2$s';
                    end $$
                    """.formatted(role, passwordOf(role)));
        }
    }
}
