package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weekbench.host.home.Endpoint;
import io.weekbench.host.plugin.PluginZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServeTest {
    private static final Pattern READY =
            Pattern.compile(
                    "Weekbench is at http://127\\.0\\.0\\.1:(\\d+)/\\?token=([\\w-]{32})\\R");

    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
    }

    @Test
    void commandsTalkToTheHostThatRuns() throws Exception {
        try (Running host = new Running("serve", "--port", "0", "--no-browser")) {
            String file =
                    shell.file(
                            "one.json",
                            "{'requests': [{'create': 'shop.partner', 'id': 'a', 'values': {'name': '达梦'}}]}");
            shell.run("apply", file, "--actor", "韩梅").done();
            assertTrue(shell.run("query", "shop.partner").done().contains("达梦"));
            assertTrue(shell.run("history", "shop.partner", "a").done().contains("韩梅"));
            assertEquals(
                    "name,kind\r\n达梦,\r\n", shell.run("export", "shop.partner", "--plain").done());
            String csv = shell.file("p.csv", "名称,类型,旧\n达梦,云厂商,x\n");
            assertEquals(
                    "New 0, changed 1, same 0.\nAll of it is in, revision 3.\n",
                    shell.run("import", "shop.partner", csv, "--map", "旧=-").done());
            assertTrue(shell.run("import", "shop.partner", csv).refused().contains("line 1, 旧"));
            shell.run("undo", "3").done();
            assertTrue(shell.run("export", "shop.none").refused().contains("shop.none"));
            assertTrue(
                    shell.run("query", "shop.partner", "--now", "2026-08-20")
                            .refused()
                            .contains("goes by its own clock"));
        }
        assertTrue(shell.run("query", "shop.partner").done().contains("达梦"), "it is all kept");
    }

    @Test
    void aReportIsMadeByTheHostThatRuns() throws Exception {
        String report =
                """
                public List<Report> reports() {
                    return List.of(new Report() {
                        public String id() { return "card"; }
                        public Text label() { return new Text("Card", "卡"); }
                        public List<Input> inputs() {
                            return List.of(
                                Input.flag("loud", new Text("Loud", "大声")),
                                Input.flag("long", new Text("Long", "长")));
                        }
                        public Sheet make(Inquiry inquiry) {
                            String said = inquiry.flag("loud") + " " + inquiry.flag("long")
                                + " " + inquiry.moment().day();
                            return new Sheet(new Text(said, said), List.of(), List.of());
                        }
                    });
                }
                """;
        PluginZip.offer(
                folder.resolve("dist/catalog"), PluginZip.of("notes", "1.0.0").tracker(report));
        try (Running host = new Running("serve", "--port", "0", "--no-browser")) {
            shell.run("plugin", "install", "notes").done();
            assertTrue(shell.run("report").done().contains("notes card [loud=…] [long=…]  Card"));
            String[] card = {"report", "notes", "card"};
            assertTrue(shell.run(card).done().startsWith("# false false "));
            String told = shell.run("report", "notes", "card", "loud=true", "long=true").done();
            assertTrue(told.startsWith("# true true "), told);
            String past = shell.run("report", "notes", "card", "long=true", "--as-of", "1").done();
            assertTrue(past.startsWith("# false true "), past);
        }
    }

    @Test
    void looksAfterAHomeThatIsServed() throws Exception {
        String backup = folder.resolve("backup.zip").toString();
        String other = folder.resolve("other").toString();
        try (Running host = new Running("serve", "--port", "0", "--no-browser")) {
            shell.run(
                            "apply",
                            shell.file(
                                    "one.json",
                                    "{'requests': [{'create': 'shop.partner', 'id': 'a', 'values': {'name': 'A'}},"
                                            + "{'create': 'shop.partner', 'id': 'b', 'values': {'name': 'B'}}]}"))
                    .done();
            assertEquals("Sound: 2 commits, 0 files.\n", shell.run("verify").done());
            assertEquals(
                    "Everything up to revision 2 is in " + backup + ".\n",
                    shell.run("backup", backup).done());
            String[] purge = {"purge", "shop.partner/a", "--reason", "x", "--confirm", "1"};
            assertEquals(
                    "1 changes and 0 files are gone for good; revision 3 records it.\n",
                    shell.run(purge).done());
            assertEquals("Sound: 3 commits, 0 files.\n", shell.run("verify").done());
            String said = shell.run("rescue", folder.resolve("rescued").toString()).refused();
            assertTrue(said.contains("in use by process"), said);
            said = shell.run("restore", backup).refused();
            assertTrue(said.contains("has data already"), said);
        }
        shell.run("restore", backup, "--home", other).done();
        assertTrue(shell.run("query", "shop.partner", "--home", other).done().contains("2 of 2"));
        assertTrue(shell.run("query", "shop.partner").done().contains("1 of 1"));
    }

    @Test
    void tellsTheAddressOfAHostThatRunsAlready() throws Exception {
        try (Running host = new Running("serve", "--port", "0", "--no-browser")) {
            Endpoint endpoint = host.endpoint();
            assertEquals(
                    "0 Weekbench is at " + endpoint.address() + "\nIt is served already.\n",
                    said(shell.run("serve", "--no-browser")));
            assertEquals(
                    "0 {\"address\":\"" + endpoint.address() + "\"}\nIt is served already.\n",
                    said(shell.run("serve", "--no-browser", "--json")));
            Path file = folder.resolve("user/.weekbench/endpoint.json");
            assertTrue(Files.readString(file).contains(endpoint.token()));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private static String said(Shell.Said said) {
        return said.code() + " " + said.out() + said.err();
    }

    @Test
    void pluginsComeAndGoInTheHostThatRuns() throws Exception {
        PluginZip.offer(folder.resolve("dist/catalog"), PluginZip.of("notes", "1.0.0"));
        Path zip = folder.resolve("mine.zip");
        Files.write(zip, PluginZip.of("mine", "2.0.0").zip());
        try (Running host = new Running("serve", "--port", "0", "--no-browser")) {
            shell.run("plugin", "install", "notes").done();
            assertTrue(shell.run("query", "notes.note").done().contains("0 of 0"));
            shell.run("plugin", "install", zip.toString()).done();
            Files.write(zip, new byte[] {1, 2, 3});
            assertTrue(
                    shell.run("plugin", "install", zip.toString())
                            .refused()
                            .contains("no whole zip"));
            shell.run("plugin", "remove", "mine").done();
            assertTrue(shell.run("plugin", "update", "none").refused().contains("no plugin none"));
        }
        String list = shell.run("plugin", "list").done();
        assertTrue(list.contains("notes  1.0.0  runs"), list);
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket other =
                new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            assertEquals(
                    "Another program listens at port "
                            + port
                            + ".\n"
                            + "  Choose another with --port, or leave it out to take a free one.\n",
                    shell.run("serve", "--no-browser", "--port", port).refused());
        }
        assertTrue(
                shell.run("query", "shop.partner").done().contains("0 of 0"), "the home is free");
    }

    @Test
    void theDemoWalksThroughTimeAndLeavesNothing() throws Exception {
        shell.sample(
                "a.jsonl",
                "{'time':'2020-01-01T00:00:00Z','actor':'a','reason':'r1','requests':[{'create':'shop.partner','id':'x','values':{'name':'A'}}]}",
                "",
                "{'time':'2022-01-01T00:00:00Z','actor':'a','reason':'r3','requests':[{'update':'shop.partner/x','set':{'name':'C'}}]}");
        shell.sample(
                "b.jsonl",
                "{'time':'2021-01-01T00:00:00Z','actor':'b','reason':'r2','requests':[{'update':'shop.partner/x','set':{'name':'B'}}]}");
        try (Running demo = new Running("demo", "--port", "0", "--no-browser")) {
            RunningHost host = new RunningHost(demo.endpoint(), "me");
            assertEquals("B", name(host, "2021-06-01"));
            assertEquals("A", name(host, "2020-12-31"));
            assertEquals("C", name(host, ""));
            assertEquals("b", host.history("shop.partner", "x").at("/versions/1/actor").asText());
        }
        assertFalse(
                Files.exists(folder.resolve("user/.weekbench")), "the real home is not touched");
    }

    @Test
    void theDemoStopsAtALineThatIsRefused() throws IOException {
        shell.sample(
                "a.jsonl",
                "{'time':'2020-01-01T00:00:00Z','actor':'a','reason':'','requests':[{'create':'shop.partner','values':{'name':'A'}}]}",
                "{'time':'2020-01-02T00:00:00Z','actor':'a','reason':'','requests':[{'create':'shop.partner','values':{'name':'A'}}]}");
        String said = shell.run("demo", "--no-browser").refused();
        assertTrue(said.contains("a.jsonl:2 requests[0]"), said);
        shell.sample("a.jsonl", "{'time':'yesterday','actor':'a','requests':[]}", "{");
        said = shell.run("demo", "--no-browser").refused();
        assertTrue(said.contains("a.jsonl:1 time") && said.contains("a.jsonl:2 "), said);
    }

    private static String name(RunningHost host, String asOf) {
        return host.items(new Host.Reading("shop.partner", "", "", "", 0, 1, asOf))
                .at("/items/0/values/name")
                .asText();
    }

    /** A command that serves, on a thread of its own; closing interrupts it, as a signal would. */
    private final class Running implements AutoCloseable {
        private final CountDownLatch ready = new CountDownLatch(1);
        private final ByteArrayOutputStream out =
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void write(byte[] bytes, int from, int count) {
                        super.write(bytes, from, count);
                        if (READY.matcher(toString(StandardCharsets.UTF_8)).find()) {
                            ready.countDown();
                        }
                    }
                };

        private final FutureTask<Shell.Said> task;
        private final Thread thread;

        Running(String... arguments) throws InterruptedException {
            task =
                    new FutureTask<>(
                            () -> {
                                try {
                                    return shell.run(out, arguments);
                                } finally {
                                    ready.countDown();
                                }
                            });
            thread = new Thread(task, "serving");
            thread.start();
            ready.await();
        }

        Endpoint endpoint() {
            Matcher found = READY.matcher(out.toString(StandardCharsets.UTF_8));
            assertTrue(found.find(), () -> "did not start: " + out);
            return new Endpoint(0, Integer.parseInt(found.group(1)), "", found.group(2));
        }

        @Override
        public void close() throws ExecutionException, InterruptedException {
            thread.interrupt();
            assertEquals(0, task.get().code(), () -> String.valueOf(task));
        }
    }
}
