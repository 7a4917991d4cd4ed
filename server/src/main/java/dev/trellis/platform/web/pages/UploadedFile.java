package dev.trellis.platform.web.pages;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that came with a form.
 *
 * @param field the field it was chosen in
 * @param name what it is called where it comes from, without any folder
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; its digest is.
public record UploadedFile(String field, String name, byte[] content) {
    public UploadedFile {
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** By which the same file is known again. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
