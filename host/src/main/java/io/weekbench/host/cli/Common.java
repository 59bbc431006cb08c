package io.weekbench.host.cli;

import io.weekbench.api.ErrorCode;
import io.weekbench.api.WeekbenchException;
import io.weekbench.host.home.Endpoint;
import io.weekbench.host.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options every command has. */
final class Common {
    private final World world;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where the data is (default: $WEEKBENCH_HOME, else ~/.weekbench).")
    private @Nullable Path home;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "A fixed clock: 2026-08-17T09:42:00Z, or a day.")
    private @Nullable Instant now;

    @Option(
            names = "--lang",
            paramLabel = "en|zh",
            converter = LanguageConverter.class,
            description = "Speak English or Chinese (default: from LANG).")
    private @Nullable Language language;

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Who acts (default: the user of this computer).")
    private @Nullable String actor;

    Common(World world) {
        this.world = world;
    }

    World world() {
        return world;
    }

    Terminal terminal() {
        return new Terminal(world, language(), json);
    }

    private Language language() {
        return Objects.requireNonNullElseGet(language, () -> Language.of(world));
    }

    boolean json() {
        return json;
    }

    Path home() {
        if (home != null) {
            return home.toAbsolutePath();
        }
        String named = world.variable("WEEKBENCH_HOME");
        return named.isEmpty() ? world.userHome().resolve(".weekbench") : Path.of(named);
    }

    /** Whether the command itself says which home. */
    boolean namesHome() {
        return home != null;
    }

    Clock clock() {
        return now == null ? world.clock() : Clock.fixed(now, ZoneId.systemDefault());
    }

    String actor() {
        return Objects.requireNonNullElseGet(
                actor, () -> System.getProperty("user.name", "unknown"));
    }

    /** Whether there is a home; what looks after one must not make an empty one and praise it. */
    boolean hasHome() {
        return Files.isDirectory(home().resolve("journal"));
    }

    int refuseNoHome() {
        return terminal()
                .refuse(
                        Refusal.of(
                                "no-home",
                                "There is no home in " + home() + ".",
                                home() + " 中没有数据。",
                                "Name another with --home.",
                                "请用 --home 指定。"));
    }

    /** The home itself, for what only its holder can do. */
    Home open() {
        return Home.open(home(), world.brought(), clock());
    }

    /** The host that runs on the home if there is one, else the home itself. */
    Host host() {
        try {
            return new OpenedHome(open(), actor());
        } catch (WeekbenchException e) {
            return served(e);
        }
    }

    /** The host that serves the home, as {@link #servedAt}. */
    RunningHost served(WeekbenchException why) {
        return new RunningHost(servedAt(why), actor());
    }

    /** Where the home is served, where that is why it could not be had; else that is thrown. */
    Endpoint servedAt(WeekbenchException why) {
        Optional<Endpoint> endpoint = Home.endpoint(home());
        if (why.code() != ErrorCode.IN_USE || endpoint.isEmpty()) {
            throw why;
        } else if (now != null) {
            throw new WeekbenchException(
                    ErrorCode.IN_USE,
                    List.of(
                            Refusal.of(
                                    "clock",
                                    "A host serves " + home() + " and goes by its own clock.",
                                    home() + " 正由主机提供服务，使用其自身的时钟。",
                                    "Leave out --now, or stop the host first.",
                                    "请省略 --now，或先停止主机。")));
        }
        return endpoint.get();
    }

    /** A time, or a day as its first moment in UTC. */
    static final class TimeConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'" + value + "' is no time; write 2026-08-17T09:42:00Z or 2026-08-17");
            }
        }
    }

    /** The names of languages are written small. */
    static final class LanguageConverter implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            return switch (value) {
                case "en" -> Language.EN;
                case "zh" -> Language.ZH;
                default ->
                        throw new TypeConversionException("'" + value + "' is neither en nor zh");
            };
        }
    }
}
