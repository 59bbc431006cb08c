package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.plugin.PluginZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about plugins; ServeTest has them talk to a host that runs. */
class PluginCommandsTest {
    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        PluginZip.offer(
                folder.resolve("dist/catalog"),
                PluginZip.of("notes", "1.0.0").capabilities("{'reads': ['shop.item']}"));
    }

    @Test
    void comeAndGo() {
        assertEquals(
                "notes  1.0.0  Tracker notes\nInstall one with: weekbench plugin install ID\n",
                shell.run("plugin", "available").done());
        assertEquals("shop  1.0.0  runs  Shop\n", shell.run("plugin", "list").done());
        assertEquals(
                "Installed notes 1.0.0.\n  Reads shop.item\n",
                shell.run("plugin", "install", "notes").done());
        assertEquals(
                "notes  1.0.0  Tracker notes  installed: 1.0.0\n",
                shell.run("plugin", "available").done().replaceFirst("Install.*\n", ""));
        assertEquals("Removed notes 1.0.0.\n", shell.run("plugin", "remove", "notes").done());
        assertEquals(
                "shop   1.0.0  运行中  店\nnotes  1.0.0  未安装  追踪器 notes\n",
                shell.run("plugin", "list", "--lang", "zh")
                        .done()
                        .replaceFirst("(?s)notes: .*", ""));
        assertEquals(
                "Went back to notes 1.0.0.\n  Reads shop.item\n",
                shell.run("plugin", "rollback", "notes").done());
    }

    @Test
    void sayWhatComesAlong() throws IOException {
        PluginZip.offer(
                folder.resolve("dist/catalog"),
                PluginZip.of("notes", "1.0.0").capabilities("{'reads': ['shop.item']}"),
                PluginZip.of("letters", "1.0.0").needs("notes"));
        assertEquals(
                "letters  1.0.0  Tracker letters  brings notes\nnotes    1.0.0  Tracker notes\n",
                shell.run("plugin", "available").done().replaceFirst("Install.*\n", ""));
        assertEquals(
                "Installed notes 1.0.0, which letters needs.\n"
                        + "  Reads shop.item\n"
                        + "Installed letters 1.0.0.\n",
                shell.run("plugin", "install", "letters").done());
    }

    @Test
    void refuseWithWhatToDo() {
        assertEquals(
                "other: The catalogue has no other that runs here.\n"
                        + "  There are: notes. A zip can be installed by its path.\n",
                shell.run("plugin", "install", "other").refused());
        assertTrue(shell.run("plugin", "update", "other").refused().contains("no plugin other"));
        assertTrue(shell.run("plugin", "remove", "shop").refused().contains("for all its homes"));
    }

    @Test
    void installAZipByItsPath() throws IOException {
        Path zip = folder.resolve("mine.zip");
        Files.write(zip, PluginZip.of("mine", "2.0.0").zip());
        assertEquals(
                "Installed mine 2.0.0.\n", shell.run("plugin", "install", zip.toString()).done());
        assertTrue(
                shell.run("plugin", "install", folder.resolve("no.zip").toString())
                        .refused()
                        .contains("There is no file"));
    }

    @Test
    void sayWhatIsNoPlugin() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "buy milk");
        assertEquals(
                notes
                        + ": This is not the zip of a plugin.\n"
                        + "  Name a zip, which weekbench plugin pack makes of a folder, or a tracker"
                        + " of the catalogue: weekbench plugin available\n",
                shell.run("plugin", "install", notes.toString()).refused());
        Path text = Files.writeString(folder.resolve("text.zip"), "buy milk");
        assertEquals(
                text
                        + ": This is no whole zip: it has no end.\n"
                        + "  Nothing was installed. Get the zip again from where it comes from.\n",
                shell.run("plugin", "install", text.toString()).refused());
        Path photos = folder.resolve("photos.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(photos))) {
            zip.putNextEntry(new ZipEntry("cat.jpg"));
        }
        assertEquals(
                photos
                        + ": This zip holds no plugin of Weekbench: there is no plugin.properties at its top.\n"
                        + "  Nothing was installed. Look whether another file was meant; weekbench plugin pack"
                        + " makes one of a folder.\n",
                shell.run("plugin", "install", photos.toString()).refused());
    }
}
