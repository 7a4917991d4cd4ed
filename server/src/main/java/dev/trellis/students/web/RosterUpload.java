package dev.trellis.students.web;

import dev.trellis.platform.web.pages.UploadedFile;
import dev.trellis.students.roster.RosterFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * What a registrar sent, taken apart: roster files one by one, or in an archive as student information systems make them.
 * Files that are not read here, demographics among them, are named and left unopened.
 */
final class RosterUpload {
    private static final int PART = 1_000_000;
    private static final long MOST_BYTES = 250_000_000;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private long bytes;
    private boolean unreadable;

    private RosterUpload() {}

    /** A part of a file, counted from 0. */
    record Part(RosterFile file, int number, byte[] content) {}

    static RosterUpload of(List<UploadedFile> files) {
        var upload = new RosterUpload();
        for (var file : files) {
            try {
                upload.add(file);
            } catch (IOException e) {
                upload.unreadable = true;
            }
        }
        return upload;
    }

    /** Everything that is to be read, in the order it came. */
    List<Part> parts() {
        return parts;
    }

    /** The names of what is not read. */
    List<String> ignored() {
        return ignored;
    }

    /** Whether an archive could not be opened, or holds more than may be. */
    boolean isUnreadable() {
        return unreadable;
    }

    private void add(UploadedFile file) throws IOException {
        try (var content = new ByteArrayInputStream(file.content())) {
            if (file.name().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                unpack(content);
            } else {
                add(file.name(), content);
            }
        }
    }

    private void unpack(InputStream content) throws IOException {
        var entries = 0;
        try (var archive = new ZipInputStream(content)) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries++;
                if (!entry.isDirectory()) {
                    add(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), archive);
                }
            }
        }
        if (entries == 0) {
            throw new ZipException("no archive");
        }
    }

    private void add(String name, InputStream content) throws IOException {
        var file = RosterFile.named(name).orElse(null);
        if (file == null) {
            ignored.add(name);
            return;
        }
        var number = 0;
        for (var part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
            bytes += part.length;
            if (bytes > MOST_BYTES) {
                throw new ZipException("more than may be");
            }
            parts.add(new Part(file, number++, part));
        }
    }
}
