package io.weekbench.host.plugin;

import io.weekbench.api.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Gets a plugin from its zip into a folder beside the others, looked through and whole. */
final class Installing {
    private final Shelf shelf;
    private final Unpacking unpacking = new Unpacking(Unpacking.Limits.DEFAULT);

    Installing(Shelf shelf) {
        this.shelf = shelf;
    }

    /** What a zip holds, unpacked but not in place, or why it is not. */
    sealed interface Prepared {
        record Ready(PluginFolder plugin) implements Prepared {}

        record Unfit(Problem problem) implements Prepared {}
    }

    /** The zip is read once: what was verified is what is unpacked. */
    Prepared prepare(Offer offer) throws IOException {
        byte[] zip = Files.readAllBytes(offer.zip());
        if (!sha512(zip).equalsIgnoreCase(offer.sha512())) {
            return new Prepared.Unfit(ZipProblems.wrongChecksum(offer.zip().toString()));
        }
        Prepared prepared = prepare(zip);
        boolean other =
                prepared instanceof Prepared.Ready ready
                        && !(ready.plugin().id().equals(offer.id())
                                && ready.plugin().version().equals(offer.version()));
        return other ? new Prepared.Unfit(ZipProblems.otherPlugin(offer)) : prepared;
    }

    Prepared prepare(byte[] zip) throws IOException {
        Path folder = shelf.begin();
        Path file = Files.write(folder.resolve("zip"), zip);
        Path content = Files.createDirectory(folder.resolve("content"));
        Optional<Problem> fault = unpacking.unpack(file, content);
        if (fault.isPresent()) {
            return new Prepared.Unfit(fault.get());
        }
        if (!PluginFolder.isOne(content)) {
            return new Prepared.Unfit(ZipProblems.noPlugin());
        }
        Found found = PluginFolder.read(content);
        return found instanceof PluginFolder plugin
                ? new Prepared.Ready(plugin)
                : new Prepared.Unfit(((Found.Broken) found).problem());
    }

    static String sha512(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-512", e);
        }
    }
}
