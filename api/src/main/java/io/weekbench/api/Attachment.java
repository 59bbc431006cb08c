package io.weekbench.api;

import java.util.regex.Pattern;

/**
 * A file kept beside the journal under the hash of its content; the value of a {@code file} field.
 *
 * @param name the name it came with, without a path
 * @param mediaType RFC 6838: {@code application/pdf}
 * @param size in bytes
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 */
public record Attachment(String name, String mediaType, long size, String sha256) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException where the name holds a path, the size is negative or the
     *     hash has another form
     */
    public Attachment {
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("Not a plain file name: " + name);
        }
        if (size < 0) {
            throw new IllegalArgumentException("Negative size: " + size);
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in hexadecimal: " + sha256);
        }
    }
}
