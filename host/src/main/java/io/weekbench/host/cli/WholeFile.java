package io.weekbench.host.cli;

import io.weekbench.host.store.Replacement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Writes a file beside its place first: what is there is only replaced by a whole one. */
final class WholeFile {
    private WholeFile() {}

    /** Fills a stream and says what came of it. */
    @FunctionalInterface
    interface Content<T> {
        T write(OutputStream out) throws IOException;
    }

    /** Nobody made the folder a file should be written into. */
    static final class NoSuchFolderException extends FileSystemException {
        private static final long serialVersionUID = 1;

        NoSuchFolderException(String folder) {
            super(folder);
        }
    }

    /** Where a file should be written there is a folder. */
    static final class FileIsFolderException extends FileSystemException {
        private static final long serialVersionUID = 1;

        FileIsFolderException(String folder) {
            super(folder);
        }
    }

    /** Looks at what was written. */
    @FunctionalInterface
    interface Check<T> {
        boolean isGood(T came, Path written) throws IOException;
    }

    /**
     * @param good whether what came of it is worth keeping
     */
    static <T> T write(Path target, Content<T> content, Predicate<T> good) throws IOException {
        return writeChecked(target, content, (came, written) -> good.test(came));
    }

    /** The same, where only the file itself shows whether it is whole. */
    static <T> T writeChecked(Path target, Content<T> content, Check<T> check) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFolderException(String.valueOf(folder));
        } else if (Files.isDirectory(target)) {
            throw new FileIsFolderException(target.toString());
        }
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            T came;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                came = content.write(out);
            }
            if (check.isGood(came, beside)) {
                Replacement.move(beside, target);
            }
            return came;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
