package io.weekbench.plugins.competitormatrix;

import static io.weekbench.plugins.competitormatrix.Say.same;

import io.weekbench.api.Inquiry;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Report;
import io.weekbench.api.Sheet;
import io.weekbench.api.Sheet.Mark;
import io.weekbench.api.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How much is known of each product, and of each group of features: a table, and a heat map. */
final class CoverageReport implements Report {

    @Override
    public String id() {
        return "coverage";
    }

    @Override
    public Text label() {
        return new Text("Coverage", "覆盖率");
    }

    @Override
    public Text description() {
        return new Text(
                "What is known, by evidence and lately, of each product and group.",
                "各产品、各分组中已知、有证据、未过期的比例。");
    }

    @Override
    public List<Input> inputs() {
        return List.of(Products.ASKED);
    }

    @Override
    public Sheet make(Inquiry inquiry) {
        Matrix matrix = new Matrix(inquiry.moment());
        Products names = new Products(inquiry.moment().snapshot());
        List<ItemRef> products = names.asked(inquiry);
        return new Sheet(
                new Text("Coverage of the matrix", "功能矩阵覆盖率"),
                List.of(Notes.asOf(matrix.day()), Notes.UNKNOWN_IS_NOT_NO),
                List.of(byProduct(matrix, names, products), heat(matrix, names, products)));
    }

    private static Sheet.Part byProduct(Matrix matrix, Products names, List<ItemRef> products) {
        List<Sheet.Row> rows = new ArrayList<>();
        for (ItemRef product : products) {
            Coverage all = Coverage.of(matrix.features(), one -> matrix.of(product, one));
            rows.add(
                    new Sheet.Row(
                            names.name(product),
                            product,
                            List.of(
                                    part(all.known(), all),
                                    part(all.supported(), all),
                                    part(all.count(Mark.FRESH), all),
                                    count(all.count(Mark.STALE)),
                                    count(all.count(Mark.UNSUPPORTED)),
                                    count(all.count(Mark.CONFLICT)),
                                    Sheet.Cell.share(all.supportText(), all.support()))));
        }
        return new Sheet.Part(
                new Text("By product", "按产品"),
                List.of(),
                List.of(
                        new Text("Product", "产品"),
                        new Text("Known", "已知"),
                        new Text("Supported by evidence", "有证据"),
                        new Text("Fresh", "在保鲜期内"),
                        new Text("Stale", "已过期"),
                        new Text("Unsupported claims", "无证据主张"),
                        new Text("Conflicts", "矛盾"),
                        new Text("Weighted support", "加权支持度")),
                rows);
    }

    private static Sheet.Cell part(long count, Coverage all) {
        BigDecimal share =
                Coverage.share(BigDecimal.valueOf(count), BigDecimal.valueOf(all.features()));
        return Sheet.Cell.share(same(count + " (" + Say.percent(share) + ")"), share);
    }

    private static Sheet.Cell count(long count) {
        return Sheet.Cell.of(same(Long.toString(count)));
    }

    private static Sheet.Part heat(Matrix matrix, Products names, List<ItemRef> products) {
        Map<String, List<Feature>> groups = new LinkedHashMap<>();
        for (Feature feature : matrix.features()) {
            groups.computeIfAbsent(feature.group(), none -> new ArrayList<>()).add(feature);
        }
        List<Sheet.Row> rows = new ArrayList<>();
        groups.forEach(
                (group, features) ->
                        rows.add(
                                new Sheet.Row(
                                        same(group + " (" + features.size() + ")"),
                                        null,
                                        shares(products, matrix, features))));
        List<Text> head = new ArrayList<>(List.of(new Text("Group", "分组")));
        products.forEach(product -> head.add(names.name(product)));
        return new Sheet.Part(
                new Text("Known, by evidence and lately", "已知、有证据且未过期"), List.of(), head, rows);
    }

    private static List<Sheet.Cell> shares(
            List<ItemRef> products, Matrix matrix, List<Feature> features) {
        Function<ItemRef, BigDecimal> fresh =
                product -> Coverage.of(features, one -> matrix.of(product, one)).freshShare();
        return products.stream()
                .map(fresh)
                .map(share -> Sheet.Cell.share(same(Say.percent(share)), share))
                .toList();
    }
}
