package dev.trellis.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project as its files lie there: what documents are held against. */
final class ProjectFolder {
    static final Path ROOT = root();

    private ProjectFolder() {}

    static String read(String file) {
        return read(ROOT.resolve(file));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose names end like this; built and hidden folders are passed over. */
    static List<Path> files(String below, String ending) {
        var start = ROOT.resolve(below).normalize();
        try (Stream<Path> all = Files.walk(start)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(file -> Stream.of(start.relativize(file).toString().split("/"))
                            .noneMatch(part -> part.equals("target") || part.startsWith(".")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("trellis")) || !Files.exists(folder.resolve("server"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
