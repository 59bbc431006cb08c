package io.weekbench.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command has in common. */
class HelpTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TempDir Path folder;
    private Shell shell;
    private CommandLine commands;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder, Map.of("LANG", "zh_CN.UTF-8"));
        commands = shell.commands();
    }

    @Test
    void speaksChineseOfEverything() {
        Help.speak(commands, Language.ZH);
        List<String> english = new ArrayList<>();
        for (CommandSpec command : all(commands)) {
            String name = command.qualifiedName(".");
            if (isEnglish(command.usageMessage().description())) {
                english.add(name + ".usage.description");
            }
            for (ArgSpec argument : command.args()) {
                if (isEnglish(argument.description())) {
                    english.add(name + "." + key(argument));
                }
            }
        }
        assertEquals(List.of(), english, "say these in help_zh.properties");
    }

    private static boolean isEnglish(String[] said) {
        return !HAN.matcher(String.join(" ", said)).find();
    }

    private static String key(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName().replaceFirst("^-+", "")
                : argument.paramLabel()
                        + "["
                        + ((CommandLine.Model.PositionalParamSpec) argument).index()
                        + "]";
    }

    @Test
    void hasTheSameOptionsEverywhere() {
        for (CommandSpec command : all(commands)) {
            if (command.subcommands().isEmpty()) {
                for (String option : List.of("--home", "--json", "--now", "--lang", "--help")) {
                    assertTrue(
                            command.findOption(option) != null,
                            command.qualifiedName() + " has no " + option);
                }
            }
        }
    }

    private static List<CommandSpec> all(CommandLine line) {
        List<CommandSpec> all = new ArrayList<>(List.of(line.getCommandSpec()));
        line.getSubcommands().values().forEach(command -> all.addAll(all(command)));
        return all;
    }

    @Test
    void followsTheLanguageOfThePerson() throws IOException {
        assertTrue(shell.run("purge", "--help").out().startsWith("用法：weekbench purge"));
        assertTrue(shell.run("purge", "--help", "--lang", "en").out().startsWith("Usage: "));
        Shell english = new Shell(folder, Map.of("LANG", "en_US.UTF-8"));
        assertTrue(english.run("purge", "--help", "--lang=zh").out().contains("永久清除"));
        assertTrue(english.run("purge", "--help").out().contains("for good"));
    }

    @Test
    void complainsInTheLanguageOfThePerson() {
        assertEquals("2 缺少参数：FILE", first(shell.run("backup")));
        assertEquals("2 无法识别的参数：--nothing", first(shell.run("verify", "--nothing")));
        assertEquals("2 ", first(shell.run("purge", "--step", "x")).substring(0, 2));
        assertTrue(first(shell.run("verify", "--now", "x")).startsWith("2 用法有误："));
    }

    @Test
    void saysWhereAnOptionStandsThatCameTooEarly() {
        String where = "  选项写在命令之后：weekbench serve --home FOLDER";
        assertEquals(where, second(shell.run("--home", "there", "week")));
        assertEquals(where, second(shell.run("plugin", "--home", "there", "list")));
    }

    private static String second(Shell.Said said) {
        return said.err().lines().skip(1).findFirst().orElse("");
    }

    private static String first(Shell.Said said) {
        return said.code() + " " + said.err().lines().findFirst().orElse("");
    }
}
