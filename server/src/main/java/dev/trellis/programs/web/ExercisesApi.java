package dev.trellis.programs.web;

import dev.trellis.programs.training.Exercise;
import dev.trellis.programs.training.Exercises;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The exercises that programs are made of. */
@Path("/exercises")
@RunOnVirtualThread
@Tag(name = "Programs")
public class ExercisesApi {
    private static final Exercises SHIPPED = Exercises.shipped();

    /** All exercises, by id. */
    public record ExerciseList(List<Exercise> items) {}

    @GET
    @Operation(summary = "Every exercise: movement, muscles, equipment, skill, and what it asks of the body")
    public ExerciseList all() {
        return new ExerciseList(List.copyOf(SHIPPED.all()));
    }
}
