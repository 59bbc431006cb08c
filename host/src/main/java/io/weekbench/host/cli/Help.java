package io.weekbench.host.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Help and complaints about usage in the language of the person. English stands at the commands
 * themselves, Chinese in {@code help_zh.properties}; what is missing there is said in English.
 */
final class Help {
    private Help() {}

    static void speak(CommandLine line, Language language) {
        if (language == Language.ZH) {
            line.setResourceBundle(chinese());
        }
        line.setParameterExceptionHandler((e, arguments) -> misused(e, language));
    }

    private static PropertyResourceBundle chinese() {
        try (InputStream in = Help.class.getResourceAsStream("help_zh.properties")) {
            return new PropertyResourceBundle(
                    new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As picocli does it, whose own words are English alone. */
    private static int misused(ParameterException e, Language language) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(language == Language.ZH ? said(e) : e.getMessage());
        if (isOptionTooEarly(e)) {
            err.println(
                    language == Language.ZH
                            ? "  选项写在命令之后：weekbench serve --home FOLDER"
                            : "  Options stand after the command: weekbench serve --home FOLDER");
        } else {
            UnmatchedArgumentException.printSuggestions(e, err);
        }
        command.usage(err);
        return CommandLine.ExitCode.USAGE;
    }

    /** An option of a command, before it was said which. */
    private static boolean isOptionTooEarly(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                && !e.getCommandLine().getSubcommands().isEmpty()
                && unmatched.getUnmatched().get(0).startsWith("-");
    }

    private static String said(ParameterException e) {
        if (e instanceof MissingParameterException missing) {
            return missing.getMissing().stream()
                    .map(CommandLine.Model.ArgSpec::paramLabel)
                    .collect(Collectors.joining("、", "缺少参数：", ""));
        } else if (e instanceof UnmatchedArgumentException unmatched) {
            return "无法识别的参数：" + String.join(" ", unmatched.getUnmatched());
        }
        return "用法有误：" + e.getMessage();
    }
}
