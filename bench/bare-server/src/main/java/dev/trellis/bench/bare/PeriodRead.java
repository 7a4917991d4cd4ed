package dev.trellis.bench.bare;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One indexed read in one transaction, plain JDBC, nothing around it. */
@Path("/people/{user}/intervention-periods/{id}")
@RunOnVirtualThread
public class PeriodRead {
    private final DataSource database;

    PeriodRead(DataSource database) {
        this.database = database;
    }

    /** The row as it stands. */
    public record Period(
            UUID id,
            @JsonProperty("intervention_name") String interventionName,
            @JsonProperty("selected_habits") List<String> selectedHabits,
            @JsonProperty("start_date") String startDate,
            @JsonProperty("end_date") String endDate,
            @JsonProperty("actual_end_date") @Nullable String actualEndDate,
            @JsonProperty("planned_duration_days") int plannedDurationDays,
            String status,
            @JsonProperty("auto_completed") boolean autoCompleted,
            String outcome,
            @Nullable String notes,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("updated_at") String updatedAt) {}

    @GET
    public Period one(@PathParam("user") UUID user, @PathParam("id") UUID id) throws SQLException {
        return OneRead.as(database, user, connection -> read(connection, user, id));
    }

    private static Period read(Connection connection, UUID user, UUID id) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select id, intake_id, recommendation_id, intervention_id, intervention_name, category, selected_habits,
                       start_date, end_date, actual_end_date, completed_at, planned_duration_days, status, auto_completed,
                       cycle_phase, outcome, notes, created_at, updated_at
                  from intervention_periods
                 where user_id = ? and id = ?
                """)) {
            statement.setObject(1, user);
            statement.setObject(2, id);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundException();
                }
                return period(row);
            }
        }
    }

    private static Period period(ResultSet row) throws SQLException {
        var ended = row.getObject("actual_end_date", LocalDate.class);
        return new Period(
                row.getObject("id", UUID.class),
                row.getString("intervention_name"),
                Arrays.asList((String[]) row.getArray("selected_habits").getArray()),
                row.getObject("start_date", LocalDate.class).toString(),
                row.getObject("end_date", LocalDate.class).toString(),
                ended == null ? null : ended.toString(),
                row.getInt("planned_duration_days"),
                row.getString("status"),
                row.getBoolean("auto_completed"),
                row.getString("outcome"),
                row.getString("notes"),
                row.getObject("created_at", OffsetDateTime.class).toString(),
                row.getObject("updated_at", OffsetDateTime.class).toString());
    }
}
