package io.weekbench.host.cli;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.http.PortTakenException;
import io.weekbench.host.json.Failures;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: which commands there are, and the fence around them. Exit codes: 0 done, 1
 * refused with the problem on stderr, 2 wrong usage.
 */
public final class Cli {
    private final World world;

    public Cli(World world) {
        this.world = world;
    }

    /** What stands above the commands. */
    @Command(
            name = "weekbench",
            description = "A planning workbench for database product managers.",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND")
    static final class Weekbench {}

    /** The exit code. */
    public int run(String... arguments) {
        Language language = Language.of(world, arguments);
        CommandLine line = commands();
        Help.speak(line, language);
        line.setOut(new PrintWriter(world.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(world.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, language));
        line.setExecutionStrategy(new CommandLine.RunLast());
        return arguments.length == 0 ? usage(line) : line.execute(arguments);
    }

    /** All there are, in the order a person meets them. */
    CommandLine commands() {
        CommandLine line = new CommandLine(new Weekbench());
        line.getCommandSpec().version("weekbench " + world.version());
        List.of(
                        new Serve(world),
                        new Demo(world),
                        new Import(world),
                        new Export(world),
                        new QueryTable(world),
                        new Apply(world),
                        new History(world),
                        new Undo(world),
                        new Backup(world),
                        new RestoreHome(world),
                        new VerifyHome(world),
                        new Rescue(world),
                        new Purge(world),
                        new ListSources(world),
                        new PrepareWeek(world),
                        new MakeReport(world))
                .forEach(line::addSubcommand);
        line.addSubcommand(Plugin.commands(world));
        return line;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getOut());
        return CommandLine.ExitCode.USAGE;
    }

    /** The fence: what went wrong is said in one place, and a bug with all there is to know. */
    private int failed(Exception e, Language language) {
        Terminal terminal = new Terminal(world, language, false);
        if (e instanceof WeekbenchException broken) {
            String said = String.valueOf(broken.getMessage());
            return terminal.refuse(Failures.problems(broken, said));
        } else if (e instanceof PortTakenException taken) {
            return terminal.refuse(taken(taken.port()));
        } else if (e instanceof IOException io) {
            return terminal.refuse(unreadable(io));
        } else if (e instanceof UncheckedIOException io && io.getCause() != null) {
            return terminal.refuse(unreadable(io.getCause()));
        }
        terminal.note(
                new Text(
                        "Weekbench failed; this is a mistake of ours. Please report what follows.",
                        "Weekbench 出错，这是我们的问题。请将以下内容反馈给我们。"));
        e.printStackTrace(world.err());
        return Terminal.REFUSED;
    }

    private static Problem taken(int port) {
        return new Problem(
                "port-taken",
                "",
                new Text(
                        "Another program listens at port " + port + ".",
                        "端口 " + port + " 已被其他程序占用。"),
                new Text(
                        "Choose another with --port, or leave it out to take a free one.",
                        "请用 --port 指定其他端口，或省略以使用空闲端口。"));
    }

    private static Problem unreadable(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof WholeFile.NoSuchFolderException) {
            return Refusal.of(
                    "no-folder",
                    "There is no folder " + said + ".",
                    "没有文件夹 " + said + "。",
                    "Make it first (mkdir -p " + said + "), or write somewhere else.",
                    "请先创建（mkdir -p " + said + "），或写到别处。");
        } else if (e instanceof WholeFile.FileIsFolderException) {
            return Refusal.of(
                    "is-folder",
                    said + " is a folder.",
                    said + " 是文件夹。",
                    "Name the file in it: " + said + "/FILE",
                    "请写出其中的文件名：" + said + "/文件");
        }
        Text message =
                e instanceof NoSuchFileException
                        ? new Text("There is no file " + said + ".", "没有文件 " + said + "。")
                        : e instanceof AccessDeniedException
                                ? new Text(
                                        "Access to " + said + " is denied.", "无权访问 " + said + "。")
                                : new Text("Reading or writing failed: " + said, "读写失败：" + said);
        return new Problem(
                "file", "", message, new Text("Look at the path and its rights.", "请检查路径及其权限。"));
    }
}
