package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Text;
import java.time.LocalDate;

/** What readers of any page of the matrix have to know. */
final class Notes {
    static final Text UNKNOWN_IS_NOT_NO =
            new Text(
                    "Unknown is not no. What is stale, without evidence or in conflict is marked, and"
                            + " only what has evidence counts as support.",
                    "“未知”不等于“不支持”。已过期、无证据、有矛盾的均已标出；只有有证据的才计为支持。");

    static Text asOf(LocalDate day) {
        return new Text("As of " + day + ".", "截至 " + day + "。");
    }

    private Notes() {}
}
