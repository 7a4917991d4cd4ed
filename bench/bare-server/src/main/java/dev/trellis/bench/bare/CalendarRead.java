package dev.trellis.bench.bare;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;

/** Days of a calendar as they are kept, in one transaction, plain JDBC, nothing around it. */
@Path("/people/{user}/calendar")
@RunOnVirtualThread
public class CalendarRead {
    private final DataSource database;

    CalendarRead(DataSource database) {
        this.database = database;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String days(@PathParam("user") UUID user, @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to)
            throws SQLException {
        return OneRead.as(database, user, connection -> read(connection, user, from, to));
    }

    private static String read(Connection connection, UUID user, LocalDate from, LocalDate to) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select rendered
                  from calendar_events
                 where user_id = ? and date between ? and ?
                 order by date, start_time nulls last, kind, id
                """)) {
            statement.setObject(1, user);
            statement.setObject(2, from);
            statement.setObject(3, to);
            var days = new StringBuilder("[");
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    days.append(days.length() > 1 ? "," : "").append(rows.getString(1));
                }
            }
            return days.append(']').toString();
        }
    }
}
