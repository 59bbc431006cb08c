package io.weekbench.plugins.competitormatrix;

import io.weekbench.api.Importer;
import io.weekbench.api.Report;
import io.weekbench.api.Rule;
import io.weekbench.api.Section;
import io.weekbench.api.Tracker;
import java.util.List;

/** The Java half of the tracker; what can be declared stands in {@code tracker.json}. */
public final class CompetitorMatrix implements Tracker {
    static final String PRODUCT = "competitor-matrix.product";
    static final String RELEASE = "competitor-matrix.release";
    static final String FEATURE = "competitor-matrix.feature";
    static final String CELL = "competitor-matrix.cell";
    static final String EVIDENCE = "competitor-matrix.evidence";
    static final String HALF_LIFE = "competitor-matrix.half-life";
    static final String PACE = "competitor-matrix.pace";

    /** What the importers of a matrix write, those referred to first. */
    static final List<String> MATRIX_TABLES = List.of(PRODUCT, RELEASE, FEATURE, CELL);

    /** The release that stands for all versions of a product. */
    static final String ALL_VERSIONS = "*";

    @Override
    public List<Rule> rules() {
        return List.of(
                new ReleaseRule(),
                new EvidenceRule(),
                new StatementRule(),
                new EvidenceInUseRule(),
                new AgingRule());
    }

    @Override
    public List<Section> sections() {
        return List.of(new WeekSection());
    }

    @Override
    public List<Report> reports() {
        return List.of(
                new BattleCard(),
                new CompareReport(),
                new ChangesReport(),
                new CoverageReport(),
                new VerifyFirstReport());
    }

    @Override
    public List<Importer> importers() {
        return List.of(new YamlMatrix(), new WideCsvMatrix());
    }
}
