package io.weekbench.host.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.weekbench.host.json.Json;
import io.weekbench.host.json.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be installed: a folder with zips and a {@code plugins.json} in the format of
 * pf4j-update. Only zips of that folder, each with its SHA-512; what is not whole is not offered.
 */
final class Catalogue {
    private final @Nullable Path folder;

    Catalogue(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The newest release of this plugin that runs here. */
    Optional<Offer> offer(String id) {
        return offers().stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    /** The newest release of each plugin that runs here, by rising id. */
    List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (JsonNode plugin : document()) {
            releases(plugin).stream()
                    .max((a, b) -> Shelf.isNewer(a.version(), b.version()) ? 1 : -1)
                    .ifPresent(offers::add);
        }
        offers.sort(Comparator.comparing(Offer::id));
        return offers;
    }

    private List<Offer> releases(JsonNode plugin) {
        List<Offer> releases = new ArrayList<>();
        for (JsonNode release : plugin.path("releases")) {
            String requires = release.path("requires").asText("*");
            boolean runs =
                    requires.equals("*")
                            || (ApiVersion.isVersion(requires) && ApiVersion.satisfies(requires));
            if (runs) {
                offer(plugin.path("id").asText(), release).ifPresent(releases::add);
            }
        }
        return releases;
    }

    private Optional<Offer> offer(String id, JsonNode release) {
        String file = release.path("url").asText();
        String sha512 = release.path("sha512sum").asText();
        if (folder == null || sha512.isEmpty() || !file.matches("[\\w.+-]+\\.zip")) {
            return Optional.empty();
        }
        Path zip = folder.resolve(file);
        return ZippedPlugin.read(zip)
                .map(said -> new Offer(id, release.path("version").asText(), zip, sha512, said));
    }

    private Iterable<JsonNode> document() {
        Path list = folder == null ? null : folder.resolve("plugins.json");
        if (list == null || !Files.exists(list)) {
            return List.of();
        }
        try {
            JsonNode document = Json.read(Files.readAllBytes(list), new Problems());
            return document == null ? List.of() : document;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + list, e);
        }
    }
}
