package io.weekbench.host.workbench;

import io.weekbench.api.Report;
import io.weekbench.api.Section;
import java.util.List;
import java.util.Map;

/** What the trackers that are loaded have to say on pages, by their ids. */
public interface Pages {

    /** On the prepared page of a week. */
    Map<String, List<Section>> sections();

    /** When somebody asks. */
    Map<String, List<Report>> reports();
}
