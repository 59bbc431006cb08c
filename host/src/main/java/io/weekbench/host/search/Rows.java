package io.weekbench.host.search;

import io.weekbench.api.ItemRef;
import io.weekbench.host.tracker.TableSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Single documents: which one a term leads to, and what stands in its columns. For one thread. */
final class Rows {
    static final int NONE = -1;

    private final IndexReader reader;
    private final Map<String, @Nullable TermsEnum[]> dictionaries = new HashMap<>();

    Rows(IndexReader reader) {
        this.reader = reader;
    }

    /** The one live document with this term, or {@link #NONE}. */
    int document(Term term) throws IOException {
        @Nullable TermsEnum[] dictionaries = dictionaries(term.field());
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum terms = dictionaries[leaf.ord];
            if (terms != null && terms.seekExact(term.bytes())) {
                int document = live(leaf.reader(), terms.postings(null, PostingsEnum.NONE));
                if (document != NONE) {
                    return leaf.docBase + document;
                }
            }
        }
        return NONE;
    }

    private static int live(LeafReader leaf, PostingsEnum found) throws IOException {
        Bits live = leaf.getLiveDocs();
        int document = found.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(document)) {
                return document;
            }
            document = found.nextDoc();
        }
        return NONE;
    }

    /** Of each segment; to open one costs more than to look a term up. */
    private @Nullable TermsEnum[] dictionaries(String column) throws IOException {
        @Nullable TermsEnum[] known = dictionaries.get(column);
        if (known == null) {
            known = new TermsEnum[reader.leaves().size()];
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(column);
                known[leaf.ord] = terms == null ? null : terms.iterator();
            }
            dictionaries.put(column, known);
        }
        return known;
    }

    int row(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        NumericDocValues rows = DocValues.getNumeric(leaf.reader(), Documents.ROW);
        if (!rows.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("Document " + document + " has no row");
        }
        return (int) rows.longValue();
    }

    String id(int document) throws IOException {
        return text(document, Documents.ID);
    }

    private String text(int document, String column) throws IOException {
        BytesRef key = key(document, column);
        if (key == null) {
            throw new IllegalStateException("Document " + document + " has no " + column);
        }
        return key.utf8ToString();
    }

    ItemRef ref(int document, FieldGraph graph) throws IOException {
        int table = Integer.parseInt(text(document, Documents.TABLE));
        String name = graph.table(table).map(TableSpec::id).orElseThrow();
        return new ItemRef(name, id(document));
    }

    /** Null where the document has nothing in this column. */
    @Nullable BytesRef key(int document, String column) throws IOException {
        LeafReaderContext leaf = leaf(document);
        LeafReader values = leaf.reader();
        SortedDocValues keys = DocValues.getSorted(values, column);
        return keys.advanceExact(document - leaf.docBase)
                ? BytesRef.deepCopyOf(keys.lookupOrd(keys.ordValue()))
                : null;
    }

    private LeafReaderContext leaf(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }
}
