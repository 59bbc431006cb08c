package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.yaml.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Milestones as GitHub's API gives them: a list of them, one alone, or one inside an event. The
 * owner of the repository is the partner, the repository its product, the due date the promise.
 */
final class GitHubMilestones implements Importer {
    private static final Pattern PAGE =
            Pattern.compile("(https?://[^/]+/)([^/]+)/([^/]+)/milestone/\\d+");

    @Override
    public String id() {
        return "github-milestones";
    }

    @Override
    public Text label() {
        return new Text("GitHub milestones (JSON)", "GitHub 里程碑（JSON）");
    }

    @Override
    public List<String> tables() {
        return List.of(PartnerRoadmap.PARTNER, PartnerRoadmap.ITEM);
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        String start = Document.beginning(file);
        String first = start.replace("\uFEFF", "").strip();
        return (first.startsWith("{") || first.startsWith("[")) && start.contains("/milestone/");
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        Document.text(file, rows)
                .flatMap(text -> Document.tree(text, rows))
                .ifPresent(root -> readAll(root, rows));
    }

    private static void readAll(Node root, Rows rows) {
        if (root.members().isEmpty()) {
            root.items().forEach(milestone -> read(milestone, rows));
        } else {
            read(root.member("milestone").orElse(root), rows);
        }
    }

    private static void read(Node milestone, Rows rows) {
        Optional<String> title = milestone.text("title");
        Matcher page = PAGE.matcher(milestone.text("html_url").orElse(""));
        if (title.isEmpty() || !page.matches()) {
            rows.problem(
                    milestone.line(),
                    title.isEmpty() ? "title" : "html_url",
                    new Text("This is no milestone of a repository.", "这不是某个仓库的里程碑。"),
                    new Text(
                            "Each has a title and the address of its page.",
                            "每个里程碑应有 title 和页面地址 html_url。"));
            return;
        }
        String owner = page.group(2);
        rows.addIfNew(
                PartnerRoadmap.PARTNER,
                milestone.line(),
                Map.of("name", owner, "kind", "community", "home", page.group(1) + owner));
        rows.add(
                PartnerRoadmap.ITEM,
                milestone.line(),
                item(milestone, owner, page.group(3), title.get(), rows));
    }

    private static Map<String, @Nullable Object> item(
            Node milestone, String owner, String repository, String title, Rows rows) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("partner", List.of(owner));
        values.put("name", repository + ": " + title);
        values.put("product", repository);
        values.put("facet", "plan");
        values.put("evidence", milestone.text("html_url").orElse(null));
        values.put("promised", Days.of(milestone, "due_on", rows).orElse(null));
        values.put("cameOn", Days.of(milestone, "closed_at", rows).orElse(null));
        Optional<BigDecimal> progress = progress(milestone);
        values.put("progress", progress.orElse(null));
        values.put("state", state(milestone, progress));
        milestone
                .text("description")
                .filter(text -> !text.isBlank())
                .ifPresent(text -> values.put("note", text));
        return values;
    }

    private static String state(Node milestone, Optional<BigDecimal> progress) {
        if (milestone.text("state").filter("closed"::equals).isPresent()) {
            return "came";
        }
        return progress.filter(done -> done.signum() > 0).isPresent() ? "in-progress" : "planned";
    }

    /** The share of its issues that are closed; of a milestone without issues nothing is known. */
    private static Optional<BigDecimal> progress(Node milestone) {
        long open = count(milestone, "open_issues");
        long closed = count(milestone, "closed_issues");
        return open + closed == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(closed)
                                .divide(
                                        BigDecimal.valueOf(open + closed),
                                        4,
                                        RoundingMode.HALF_UP));
    }

    private static long count(Node milestone, String member) {
        return milestone
                .text(member)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong)
                .orElse(0L);
    }
}
