package dev.trellis.tracking.web;

import dev.trellis.platform.Page;
import dev.trellis.platform.PageRequest;
import dev.trellis.platform.web.Caller;
import dev.trellis.tracking.Habit;
import dev.trellis.tracking.Habits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/habits")
@RunOnVirtualThread
@Tag(name = "Habits")
class HabitsApi {
    private final Habits habits;
    private final Caller caller;

    HabitsApi(Habits habits, Caller caller) {
        this.habits = habits;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "My habits, newest first")
    public Page<Habit> list(
            @QueryParam("status") Habit.@Nullable Status status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return habits.list(caller.actor(), status, PageRequest.of(limit, cursor));
    }
}
