package io.weekbench.host.http;

import io.weekbench.api.Origin;
import io.weekbench.api.Workbench;
import io.weekbench.host.workbench.Caller;
import io.weekbench.host.workbench.LiveWorkbench;

/** The workbench for those who only look: nobody's name stands under anything. */
final class Readers {
    private static final Caller ANYBODY = new Caller("", new Origin(Origin.Kind.PERSON, ""));

    private Readers() {}

    static Workbench of(LiveWorkbench workbench) {
        return workbench.as(ANYBODY);
    }
}
