package io.weekbench.host.search;

import io.weekbench.api.Item;
import io.weekbench.host.tracker.Catalog;
import io.weekbench.host.tracker.TableSpec;
import io.weekbench.host.workbench.Reading;
import io.weekbench.host.workbench.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;

/** Looks for words in one item at a time, exactly as the index does in all of them. */
final class SoughtWords implements Words {
    private final TextQuery text;
    private final Query query;
    private final Function<Catalog, FieldGraph> graphs;
    private final MemoryIndex memory = new MemoryIndex();

    SoughtWords(String text, Function<Catalog, FieldGraph> graphs) {
        this.text = new TextQuery(text);
        this.query = this.text.query();
        this.graphs = graphs;
    }

    @Override
    public boolean match(Item item, Reading reading) {
        memory.reset();
        for (String part : texts(item, reading).values()) {
            memory.addField(Analysis.WORDS, part, Analysis.OF_ITEMS);
            memory.addField(Analysis.WRITTEN, part, Analysis.OF_ITEMS);
        }
        return memory.search(query) > 0;
    }

    @Override
    public Map<String, List<Piece>> highlights(Item item, Reading reading) {
        Highlights highlights = new Highlights(text.words(), text.written());
        Map<String, List<Piece>> found = new LinkedHashMap<>();
        texts(item, reading)
                .forEach(
                        (field, words) -> {
                            List<Piece> pieces = highlights.of(words);
                            if (!pieces.isEmpty()) {
                                found.put(field, pieces);
                            }
                        });
        return found;
    }

    private Map<String, String> texts(Item item, Reading reading) {
        TableSpec table = reading.catalog().table(item.ref().table()).orElseThrow();
        return ItemText.of(item, table, reading, graphs.apply(reading.catalog()));
    }
}
