package dev.trellis.platform.embedding;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Vectors without a model: concepts from a table of near-synonyms, and hashed word stems and letter sequences, so that
 * rare words, names and misspellings still meet. Counts are damped by their logarithm, words that say little nearly
 * vanish. Deterministic across machines and versions of Java; any change of features or table needs a new model name.
 */
final class BuiltInEmbedder implements Embedder {
    static final String MODEL = "trellis-builtin-1";
    static final int DIMENSIONS = 384;

    private static final int CONCEPT_DIMENSIONS = 160;
    private static final double CONCEPT_SHARE = 0.80;
    private static final double GROUP_WEIGHT = 0.35;
    private static final double WORD_SHARE = 0.50;
    private static final double LETTERS_SHARE = 0.50;
    private static final double COMMON_WORD_WEIGHT = 0.03;

    private final Thesaurus thesaurus = Thesaurus.shipped();

    BuiltInEmbedder() {
        if (thesaurus.size() > CONCEPT_DIMENSIONS - 32) {
            throw new IllegalStateException("the concept table has outgrown its dimensions");
        }
    }

    @Override
    public String model() {
        return MODEL;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(this::vector).toList();
    }

    private float[] vector(String text) {
        var words = thesaurus.words(text);
        var stems = words.stream().map(Tokens::stem).toList();
        var sum = new double[DIMENSIONS];
        add(sum, conceptFeatures(text), CONCEPT_SHARE);
        add(sum, wordFeatures(words, stems), WORD_SHARE);
        add(sum, letterFeatures(words), LETTERS_SHARE);
        return Vectors.normalised(sum);
    }

    private double[] conceptFeatures(String text) {
        var block = new double[DIMENSIONS];
        var groups = new TreeMap<String, Double>();
        thesaurus.conceptsAndRelated(text).forEach((concept, weight) -> {
            block[thesaurus.index(concept)] += weight;
            groups.merge(concept.substring(0, concept.indexOf('/')), weight, Double::sum);
        });
        groups.forEach((group, weight) -> block[groupDimension(group)] += GROUP_WEIGHT * damped(weight));
        return block;
    }

    private static int groupDimension(String group) {
        return CONCEPT_DIMENSIONS - 32 + Math.floorMod(Hashing.of(group), 32);
    }

    private static double[] wordFeatures(List<String> words, List<String> stems) {
        var counts = new HashMap<String, Integer>();
        var common = new HashMap<String, Boolean>();
        for (var i = 0; i < words.size(); i++) {
            counts.merge(stems.get(i), 1, Integer::sum);
            common.put(stems.get(i), Tokens.isCommon(words.get(i)));
        }
        var block = new double[DIMENSIONS];
        counts.forEach((stem, count) -> {
            var weight = Boolean.TRUE.equals(common.get(stem)) ? COMMON_WORD_WEIGHT : 1;
            hash(block, "w:" + stem, weight * damped(count));
        });
        return block;
    }

    private static double[] letterFeatures(List<String> words) {
        var counts = new HashMap<String, Integer>();
        for (var word : words) {
            if (!Tokens.isCommon(word) && word.length() > 3) {
                var padded = "<" + word + ">";
                for (var i = 0; i + 4 <= padded.length(); i++) {
                    counts.merge(padded.substring(i, i + 4), 1, Integer::sum);
                }
            }
        }
        var block = new double[DIMENSIONS];
        counts.forEach((letters, count) -> hash(block, "l:" + letters, damped(count)));
        return block;
    }

    private static void hash(double[] block, String feature, double weight) {
        var hash = Hashing.of(feature);
        var dimension = CONCEPT_DIMENSIONS + Math.floorMod(hash >>> 1, DIMENSIONS - CONCEPT_DIMENSIONS);
        block[dimension] += (hash & 1) == 0 ? weight : -weight;
    }

    private static double damped(double count) {
        return count < 1 ? count : 1 + Math.log(count);
    }

    private static void add(double[] sum, double[] block, double share) {
        var length = Vectors.length(block);
        if (length > 0) {
            for (var i = 0; i < sum.length; i++) {
                sum[i] += share * block[i] / length;
            }
        }
    }
}
