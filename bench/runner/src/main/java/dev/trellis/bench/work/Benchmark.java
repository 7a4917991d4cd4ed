package dev.trellis.bench.work;

import dev.trellis.bench.harness.Finding;
import dev.trellis.bench.stage.Stage;
import java.util.List;

/** A promise of the project, measured. */
public interface Benchmark {
    /** For the command line. */
    String name();

    /** Measures, with people of its own making. */
    List<Finding> run(Stage stage) throws Exception;
}
