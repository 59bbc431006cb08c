package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.plugin.PluginZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
