package dev.trellis.interventions.recommendation;

import dev.trellis.platform.embedding.CommonWords;
import dev.trellis.platform.embedding.Thesaurus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Search by words over documents numbered from 0, in memory: BM25 with k1 1.2 and b 0.75 (domain 08.1). The words are
 * searched as written, and once more as the concepts behind them, so that "nod off" finds "sleep latency". A word of six
 * letters or more which no document holds is searched with one slip of the keyboard allowed.
 */
final class WordIndex {
    private static final String FIELD = "text";
    private static final String CONCEPTS = "concepts";
    private static final float CONCEPT_WEIGHT = 2;
    private static final int SHORTEST_FUZZY = 6;
    private static final int MOST_TERMS = 500;
    private static final Analyzer ANALYZER =
            new EnglishAnalyzer(CharArraySet.unmodifiableSet(new CharArraySet(CommonWords.ENGLISH, true)));

    /** k1 and b of domain 08.1. */
    static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);

    private final IndexSearcher searcher;

    private WordIndex(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    static WordIndex of(List<String> documents) {
        var directory = new ByteBuffersDirectory();
        try {
            try (var writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(
                                    new PerFieldAnalyzerWrapper(ANALYZER, Map.of(CONCEPTS, new WhitespaceAnalyzer())))
                            .setSimilarity(SIMILARITY))) {
                for (var text : documents) {
                    var document = new Document();
                    document.add(new TextField(FIELD, plain(text), Field.Store.NO));
                    document.add(new TextField(CONCEPTS, String.join(" ", concepts(text)), Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setSimilarity(SIMILARITY);
            return new WordIndex(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every document that shares a word with the text, best first, ties by place. */
    List<Retrieved.Hit> search(String text) {
        try {
            var most = Math.max(1, searcher.getIndexReader().numDocs());
            var hits = new ArrayList<Retrieved.Hit>();
            for (var found : searcher.search(query(text), most).scoreDocs) {
                hits.add(new Retrieved.Hit(found.doc, found.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stems of a text, as this index sees them. */
    static List<String> stems(String text) {
        var stems = new ArrayList<String>();
        try (var stream = ANALYZER.tokenStream(FIELD, plain(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems;
    }

    /** A concept once for each time it counts, since a search by words weighs by how often. */
    private static List<String> concepts(String text) {
        var concepts = new ArrayList<String>();
        Thesaurus.shipped()
                .concepts(text)
                .forEach((concept, weight) ->
                        concepts.addAll(Collections.nCopies((int) Math.max(1, Math.round(weight)), concept)));
        return concepts;
    }

    private Query query(String text) throws IOException {
        var counts = new LinkedHashMap<String, Integer>();
        stems(text).stream().limit(MOST_TERMS).forEach(stem -> counts.merge(stem, 1, Integer::sum));
        var query = new BooleanQuery.Builder();
        for (var entry : counts.entrySet()) {
            query.add(
                    new BoostQuery(query(new Term(FIELD, entry.getKey())), entry.getValue()),
                    BooleanClause.Occur.SHOULD);
        }
        Thesaurus.shipped()
                .conceptsAndRelated(text)
                .forEach((concept, weight) -> query.add(
                        new BoostQuery(
                                new TermQuery(new Term(CONCEPTS, concept)), CONCEPT_WEIGHT * weight.floatValue()),
                        BooleanClause.Occur.SHOULD));
        return query.build();
    }

    private Query query(Term term) {
        try {
            var misspelt = term.text().length() >= SHORTEST_FUZZY
                    && searcher.getIndexReader().docFreq(term) == 0;
            return misspelt ? new FuzzyQuery(term, 1, 1) : new TermQuery(term);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("['’`]", "");
    }
}
