package dev.trellis.interventions.recommendation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What a search found by words and by meaning, each list the best 50 at most (domain 08.1). */
record Retrieved(RankedList byWords, RankedList byMeaning) {
    /**
     * Fusion sees places only, and to it the tenth place is nearly as good as the first. So lists are fused in bands: first
     * what matches at least nine tenths as well as the best of its list, then eight tenths, down to the whole list.
     */
    private static final int BANDS = 10;

    /** An item's place in the snapshot and how well it matches. */
    record Hit(int place, double score) {}

    /** Items in order of how well they match. */
    record RankedList(List<Hit> hits) {
        List<Integer> places() {
            return hits.stream().map(Hit::place).toList();
        }

        /** The beginning of the list that a band holds; the last band holds it all. */
        private List<Integer> upTo(int band) {
            if (band == BANDS - 1 || hits.isEmpty()) {
                return places();
            }
            var least = (BANDS - 1.0 - band) / BANDS * hits.getFirst().score();
            return hits.stream()
                    .takeWhile(hit -> hit.score() >= least)
                    .map(Hit::place)
                    .toList();
        }
    }

    /**
     * A found item.
     *
     * @param band the first band that holds it, 0 being the nearest
     * @param rrf its fused score over the lists as far as that band reaches
     */
    record Found(int place, int band, OptionalInt bm25Rank, OptionalInt vectorRank, double rrf) {}

    /** Everything found, by place in the snapshot. */
    List<Found> fused() {
        var wordRanks = ranks(byWords);
        var meaningRanks = ranks(byMeaning);
        var found = new TreeMap<Integer, Found>();
        for (var band = 0; band < BANDS; band++) {
            var lists = List.of(byWords.upTo(band), byMeaning.upTo(band));
            for (var fused : RankFusion.fuse(lists, RankFusion.K)) {
                var place = fused.item();
                found.putIfAbsent(
                        place,
                        new Found(place, band, rank(wordRanks, place), rank(meaningRanks, place), fused.score()));
            }
        }
        return List.copyOf(found.values());
    }

    private static Map<Integer, Integer> ranks(RankedList list) {
        var ranks = new HashMap<Integer, Integer>();
        list.hits.forEach(hit -> ranks.put(hit.place, ranks.size() + 1));
        return ranks;
    }

    private static OptionalInt rank(Map<Integer, Integer> ranks, int place) {
        var rank = ranks.get(place);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }
}
