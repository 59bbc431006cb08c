package io.weekbench.host.home;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Who holds a home and how to reach them, in the file {@value #FILE} of the home. The token opens
 * the host to whoever knows it, so nobody but the owner of the home may read the file.
 *
 * @param port 0 where it serves nobody
 * @param boot an id of this start
 * @param token of this start
 */
public record Endpoint(long pid, int port, String boot, String token) {
    private static final String FILE = "endpoint.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Empty where nobody was ever there, or they are just saying so. */
    static Optional<Endpoint> of(Path home) {
        try {
            return Optional.of(JSON.readValue(home.resolve(FILE).toFile(), Endpoint.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void forget(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }

    void write(Path home) throws IOException {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("pid", pid)
                        .put("port", port)
                        .put("boot", boot)
                        .put("token", token);
        Path beside = home.resolve(FILE + ".new");
        Files.deleteIfExists(beside); // made anew, so that it never had other rights
        Files.createFile(beside, ownersOnly());
        Files.write(beside, JSON.writeValueAsBytes(node));
        Files.move(
                beside,
                home.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** On Windows a home below the user's folder is closed to others by itself. */
    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** What a browser is opened at: the token is taken from there once. */
    public URI address() {
        return address(port, token);
    }

    public static URI address(int port, String token) {
        return URI.create("http://127.0.0.1:" + port + "/?token=" + token);
    }
}
