package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that look after a home. */
class CareTest {
    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        shell.run(
                        "apply",
                        shell.file(
                                "two.json",
                                "{'requests': [{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'Secret'}},"
                                        + "{'create': 'shop.partner', 'id': 'b', 'values': {'name': 'B'}},"
                                        + "{'create': 'shop.item', 'id': 'i', 'values': {'partner': 'shop.partner/b', 'name': 'I'}}]}"))
                .done();
    }

    @Test
    void backsUpAndRestores() {
        String backup = folder.resolve("backup.zip").toString();
        String other = folder.resolve("other").toString();
        assertEquals(
                "Everything up to revision 2 is in " + backup + ".\n",
                shell.run("backup", backup).done());
        assertEquals(
                other + " has everything up to revision 2.\n",
                shell.run("restore", backup, "--home", other).done());
        assertEquals(
                shell.run("query", "shop.partner").done(),
                shell.run("query", "shop.partner", "--home", other).done());
        assertTrue(
                shell.run("restore", backup, "--home", other)
                        .refused()
                        .contains("has data already"));
        assertTrue(
                shell.run("restore", shell.path("two.json").toString(), "--home", other + "2")
                                .refused()
                                .length()
                        > 9);
    }

    @Test
    void verifiesAndTellsOfDamage() throws IOException {
        assertEquals("Sound: 2 commits, 0 files.\n", shell.run("verify").done());
        damage();
        String said = shell.run("verify").refused();
        assertTrue(said.contains("weekbench rescue"), said);
        assertTrue(shell.run("verify", "--json").refused().contains("\"sound\":false"));
    }

    @Test
    void rescuesWhatCanBeRead() throws IOException {
        Path file = folder.resolve("rescued.jsonl");
        assertEquals(
                "2 commits are in " + file + "; 0 could not be read.\n",
                shell.run("rescue", file.toString()).done());
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).contains("Secret"), lines.get(1));
    }

    @Test
    void purgesForGood() throws IOException {
        assertTrue(
                shell.run("purge", "shop.partner/b", "--reason", "x")
                        .refused()
                        .contains("shop.item/i"));
        String said =
                shell.run(
                                "purge",
                                "shop.partner/a",
                                "--reason",
                                "a person asked",
                                "--actor",
                                "韩梅",
                                "--confirm",
                                "1")
                        .done();
        assertEquals("1 changes and 0 files are gone for good; revision 3 records it.\n", said);
        assertTrue(shell.run("history", "shop.partner", "a").out().indexOf("Secret") < 0);
        assertEquals("Sound: 3 commits, 0 files.\n", shell.run("verify").done());
        Path rescued = folder.resolve("rescued.jsonl");
        shell.run("rescue", rescued.toString()).done();
        assertTrue(
                !Files.readString(rescued).contains("Secret"), "nothing of it is in the journal");
        assertTrue(
                shell.run("purge", "shop.partner/zzz", "--reason", "x").refused().contains("zzz"));
        assertTrue(shell.run("purge", "zzz", "--reason", "x").refused().contains("zzz"));
        assertEquals(2, shell.run("purge", "shop.partner/b").code());
    }

    @Test
    void purgesAStepAfterShowingWhatGoes() throws IOException {
        shell.run(
                        "apply",
                        shell.file(
                                "wrong.json",
                                "{'requests': [{'create': 'shop.partner', 'id': 'c', 'values': {'name': 'C'}}]}"))
                .done();
        assertEquals(
                "shop.partner/c\n1 changes would be gone for good; confirm it with --confirm 1.\n",
                shell.run("purge", "--step", "3", "--reason", "x", "--preview").done());
        String said = shell.run("purge", "--step", "3", "--reason", "x").refused();
        assertTrue(said.contains("1 changes would be gone for good"), said);
        shell.run("purge", "--step", "3", "--reason", "x", "--confirm", "1").done();
        assertTrue(shell.run("query", "shop.partner").done().contains("2 of 2"));
    }

    @Test
    void doesNotPraiseAHomeThatIsNotThere() {
        String nowhere = folder.resolve("nowhere").toString();
        for (List<String> command :
                List.of(List.of("verify"), List.of("rescue", "x"), List.of("backup", "x"))) {
            String[] arguments =
                    Stream.concat(command.stream(), Stream.of("--home", nowhere))
                            .toArray(String[]::new);
            assertTrue(shell.run(arguments).refused().contains("no home"), command.toString());
        }
        assertTrue(Files.notExists(Path.of(nowhere)), "and none was made");
    }

    private void damage() throws IOException {
        Path journal = folder.resolve("user/.weekbench/journal/000001.seg");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[150] ^= 1;
        Files.write(journal, bytes);
    }
}
