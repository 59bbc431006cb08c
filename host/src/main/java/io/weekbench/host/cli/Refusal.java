package io.weekbench.host.cli;

import io.weekbench.api.Problem;
import io.weekbench.api.Text;

/** Problems the command line finds by itself. */
final class Refusal {
    private Refusal() {}

    static Problem of(String code, String en, String zh, String hintEn, String hintZh) {
        return new Problem(code, "", new Text(en, zh), new Text(hintEn, hintZh));
    }
}
