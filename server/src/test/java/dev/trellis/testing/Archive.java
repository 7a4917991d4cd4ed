package dev.trellis.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** The archive in which people get everything that is theirs. */
public final class Archive {
    private Archive() {}

    /** The text of one of its files; fails when there is none of that name. */
    public static String text(Api person, String name) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(person.download("/me/export")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no " + name);
    }
}
