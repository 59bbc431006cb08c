package io.weekbench.host.cli;

import io.weekbench.api.Text;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages a person can be spoken to in. */
enum Language {
    EN,
    ZH;

    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    /** The key its texts stand under in JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the command line asks for, before it is read: help and complaints need it, too. */
    static Language of(World world, String... arguments) {
        String said = String.join(" ", arguments).replace("--lang=", "--lang ");
        if (said.contains("--lang zh")) {
            return ZH;
        }
        return said.contains("--lang en") ? EN : of(world);
    }

    /** What the environment asks for, in the order POSIX gives its variables. */
    static Language of(World world) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(world::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("zh"))
                .map(chinese -> ZH)
                .orElse(EN);
    }
}
