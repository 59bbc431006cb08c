package io.weekbench.plugins.partnerroadmap;

import io.weekbench.api.Importer;
import io.weekbench.api.Incoming;
import io.weekbench.api.Rows;
import io.weekbench.api.Text;
import io.weekbench.plugins.yaml.Node;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product page of endoflife.date: the releases in its front matter, each with the day it came and
 * the days its kinds of support end. A {@code true} or {@code false} instead of a day says whether,
 * not when; then the day stays empty.
 */
final class EndOfLife implements Importer {
    private static final Pattern FRONT_MATTER =
            Pattern.compile(
                    "\\A\\uFEFF?---[ \\t]*\\R(.*?)^---[ \\t]*$",
                    Pattern.DOTALL | Pattern.MULTILINE);
    private static final String SITE = "https://endoflife.date";

    /** What a category is to a database product; anything else is software somebody sells. */
    private static final Map<String, String> KINDS =
            Map.of(
                    "database", "vendor",
                    "service", "cloud",
                    "os", "distribution",
                    "device", "hardware");

    private final Supplier<LocalDate> today;

    EndOfLife(Supplier<LocalDate> today) {
        this.today = today;
    }

    @Override
    public String id() {
        return "endoflife";
    }

    @Override
    public Text label() {
        return new Text("endoflife.date product page", "endoflife.date 产品页");
    }

    @Override
    public List<String> tables() {
        return List.of(PartnerRoadmap.PARTNER, PartnerRoadmap.ITEM);
    }

    @Override
    public boolean reads(Incoming file) throws IOException {
        String start = Document.beginning(file);
        return start.startsWith("---")
                && start.contains("\npermalink:")
                && start.contains("\ntitle:");
    }

    @Override
    public void read(Incoming file, Rows rows) throws IOException {
        Optional<String> text = Document.text(file, rows);
        if (text.isEmpty()) {
            return;
        }
        Matcher front = FRONT_MATTER.matcher(text.get());
        if (!front.find()) {
            refuseTitle(rows);
            return;
        }
        // A line is put in front for the one of dashes, so that lines are those of the file.
        Document.tree("\n" + front.group(1), rows)
                .ifPresent(
                        product ->
                                product.text("title")
                                        .ifPresentOrElse(
                                                title -> read(product, title, rows),
                                                () -> refuseTitle(rows)));
    }

    private static void refuseTitle(Rows rows) {
        refuse(rows, 1, "title", "front matter with a title", "带 title 的文件头");
    }

    private void read(Node product, String title, Rows rows) {
        String address = SITE + product.text("permalink").orElse("");
        rows.addIfNew(
                PartnerRoadmap.PARTNER,
                product.line(),
                Map.of(
                        "name", title,
                        "kind", product.text("category").map(KINDS::get).orElse("isv"),
                        "home", product.text("releasePolicyLink").orElse(address)));
        for (Node release : product.items("releases")) {
            Optional<String> cycle = release.text("releaseCycle");
            if (cycle.isEmpty()) {
                refuse(rows, release.line(), "releaseCycle", "a releaseCycle", " releaseCycle");
            } else {
                rows.add(
                        PartnerRoadmap.ITEM,
                        release.line(),
                        item(release, title, cycle.get(), address, rows));
            }
        }
    }

    private Map<String, @Nullable Object> item(
            Node release, String title, String cycle, String address, Rows rows) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("partner", List.of(title));
        values.put("name", title + " " + cycle);
        values.put("product", title);
        values.put("version", cycle);
        values.put("facet", "plan");
        values.put("evidence", address);
        Optional<LocalDate> released = Days.of(release, "releaseDate", rows);
        boolean hasCome = released.filter(day -> !day.isAfter(today.get())).isPresent();
        released.ifPresent(day -> values.put(hasCome ? "cameOn" : "promised", day));
        Optional<LocalDate> ends = Days.of(release, "eol", rows);
        boolean hasEnded =
                ends.map(day -> day.isBefore(today.get()))
                        .orElse(release.text("eol").filter("true"::equals).isPresent());
        values.put("state", !hasCome ? "planned" : hasEnded ? "ended" : "came");
        values.put("supportEnds", ends.orElse(null));
        values.put("activeSupportEnds", Days.of(release, "eoas", rows).orElse(null));
        values.put("extendedSupportEnds", Days.of(release, "eoes", rows).orElse(null));
        values.put("codename", release.text("codename").orElse(null));
        values.put("longTerm", release.text("lts").filter("true"::equals).isPresent());
        values.put("latestVersion", release.text("latest").orElse(null));
        values.put("latestOn", Days.of(release, "latestReleaseDate", rows).orElse(null));
        return values;
    }

    private static void refuse(Rows rows, long line, String column, String en, String zh) {
        rows.problem(
                line,
                column,
                new Text("There is no " + en + " here.", "这里没有" + zh + "。"),
                new Text(
                        "Look whether it is a page of endoflife.date.",
                        "请确认是否为 endoflife.date 的产品页。"));
    }
}
