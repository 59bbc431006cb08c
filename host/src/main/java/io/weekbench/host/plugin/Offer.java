package io.weekbench.host.plugin;

import io.weekbench.host.tracker.Introduction;
import java.nio.file.Path;

/**
 * A release in the catalogue.
 *
 * @param sha512 of the zip, in hexadecimal
 */
record Offer(String id, String version, Path zip, String sha512, ZippedPlugin content) {
    Introduction introduction() {
        return content.introduction();
    }
}
