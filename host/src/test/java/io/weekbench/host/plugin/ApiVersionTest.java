package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiVersionTest {
    @Test
    void isTheOneOfThePom() throws IOException {
        String pom = Files.readString(Path.of("../api/pom.xml"));
        String version = pom.replaceFirst("(?s).*?<parent>.*?<version>(.*?)</version>.*", "$1");
        assertEquals(version, ApiVersion.CURRENT);
    }

    @Test
    void aFloorHasNoCeilingBelowTheNextMajor() {
        assertTrue(ApiVersion.satisfies("1.4.2", "1"));
        assertTrue(ApiVersion.satisfies("1.4.2", "1.4"));
        assertTrue(ApiVersion.satisfies("1.4.2", "1.4.2"));
        assertTrue(ApiVersion.satisfies("1.10.0", "1.9.9"));
        assertFalse(ApiVersion.satisfies("1.4.2", "1.4.3"));
        assertFalse(ApiVersion.satisfies("1.4.2", "1.5"));
        assertFalse(ApiVersion.satisfies("1.4.2", "0.1"));
        assertFalse(ApiVersion.satisfies("1.4.2", "2"));
    }

    @Test
    void arrangementsOfSignsAreNoVersion() {
        for (String no : new String[] {"", "1.x", ">=1", "1.2.3.4", "-1", "9999999999"}) {
            assertFalse(ApiVersion.isVersion(no), no);
        }
    }
}
