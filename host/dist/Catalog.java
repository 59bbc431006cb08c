import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Writes plugins.json, in the format of pf4j-update, for the zips of a folder. The same zips give the same bytes. */
final class Catalog {
    private Catalog() {}

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Path folder = Path.of(args[0]);
        List<Path> zips;
        try (Stream<Path> files = Files.list(folder)) {
            zips = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        }
        StringBuilder json = new StringBuilder("[");
        for (Path zip : zips) {
            json.append(json.length() == 1 ? "\n" : ",\n").append(plugin(zip));
        }
        Files.writeString(folder.resolve("plugins.json"), json.append("\n]\n"));
    }

    private static String plugin(Path zip) throws IOException, NoSuchAlgorithmException {
        Properties said = new Properties();
        try (ZipFile file = new ZipFile(zip.toFile());
                InputStream in = file.getInputStream(file.getEntry("plugin.properties"))) {
            said.load(in);
        }
        byte[] sum = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(zip));
        return """
                  {"id": %s, "name": %s, "releases": [
                    {"version": %s, "requires": %s, "url": %s,
                     "sha512sum": "%s"}]}"""
                .formatted(
                        text(said.getProperty("plugin.id")),
                        text(said.getProperty("plugin.description")),
                        text(said.getProperty("plugin.version")),
                        text(said.getProperty("plugin.requires")),
                        text(zip.getFileName().toString()),
                        HexFormat.of().formatHex(sum));
    }

    private static String text(String said) {
        return said.codePoints().mapToObj(Catalog::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int point) {
        boolean plain = point >= ' ' && point != '"' && point != '\\';
        return plain ? Character.toString(point) : "\\u%04x".formatted(point);
    }
}
