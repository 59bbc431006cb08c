package io.weekbench.host.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateHostsTest {
    @TempDir Path home;

    @Test
    void readsOneALine() throws IOException {
        Path file = home.resolve("private-hosts");
        Files.writeString(file, "# ours\nNews.Intern  # the wiki\n\n10.1.2.3\n");
        assertEquals(Set.of("news.intern", "10.1.2.3"), PrivateHosts.read(file));
    }

    @Test
    void allowsNobodyWhereNothingIsSaid() {
        assertEquals(Set.of(), PrivateHosts.read(home.resolve("private-hosts")));
    }
}
