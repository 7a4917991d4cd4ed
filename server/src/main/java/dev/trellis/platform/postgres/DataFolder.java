package dev.trellis.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The files of an embedded database: its data, its unpacked binaries, its password, its log. */
final class DataFolder {
    private static final String MAJOR_VERSION = "18";

    private final Path root;
    private @Nullable String secret;

    DataFolder(Path root) {
        this.root = root.toAbsolutePath();
    }

    Path root() {
        return root;
    }

    Path data() {
        return root.resolve("postgres");
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    /** True once roles and database exist; what a crash left before that holds nobody's data and is made anew. */
    boolean isComplete() {
        return Files.exists(marker());
    }

    void markComplete() throws IOException {
        Files.writeString(marker(), "The embedded database in this folder was set up completely.\n");
    }

    /** Removes a half-made database, checks a whole one, and reads or makes the password. */
    void prepare() throws IOException {
        Files.createDirectories(binaries());
        secret = readSecret();
        if (!isComplete()) {
            delete(data());
            return;
        }
        var version = data().resolve("PG_VERSION");
        if (!Files.exists(version) || !Files.exists(data().resolve("global/pg_control"))) {
            throw new StartUpException("The data folder " + data() + " is damaged: files of PostgreSQL are missing."
                    + " Restore it from a backup, or move " + root + " away to start empty.");
        }
        var found = Files.readString(version).strip();
        if (!found.equals(MAJOR_VERSION)) {
            throw new StartUpException("The data folder " + data() + " was made by PostgreSQL " + found
                    + "; this server brings " + MAJOR_VERSION + ". Dump and restore it, or use TRELLIS_DATABASE_URL.");
        }
    }

    String secret() {
        if (secret == null) {
            throw new IllegalStateException("the folder is not prepared");
        }
        return secret;
    }

    /**
     * Nobody on this machine gets in without the password. Before the set-up is complete the superuser has none yet,
     * so the library's own rule (trust on loopback) stays for that moment.
     */
    void requirePasswords() {
        var rules = data().resolve("pg_hba.conf");
        var strict = """
                local all all scram-sha-256
                host  all all 127.0.0.1/32 scram-sha-256
                host  all all ::1/128      scram-sha-256
                """;
        try {
            if (Files.exists(data().resolve("postmaster.pid")) || isComplete()) {
                Files.writeString(rules, strict);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path marker() {
        return root.resolve("postgres.complete");
    }

    private String readSecret() throws IOException {
        var file = root.resolve("postgres.password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        var draft = Files.createTempFile(root, "postgres", ".password");
        Files.writeString(draft, made + "\n");
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
