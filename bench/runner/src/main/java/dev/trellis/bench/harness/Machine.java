package dev.trellis.bench.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the bench ran on; figures of two machines do not compare, ratios mostly do. */
public record Machine(String processor, int cores, long memoryMib, String system, String java) {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    /** This one. */
    public static Machine here() throws IOException {
        return new Machine(
                value(CPU, "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value(MEMORY, "MemTotal", "0").replaceAll("\\D", "")) / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    private static String value(Path file, String key, String otherwise) throws IOException {
        if (!Files.exists(file)) {
            return otherwise;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        }
    }
}
