package dev.trellis.adaptation.matching;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.MaximumWeightBipartiteMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * Which actual belongs to which planned (domain 04.4): the pairing with the largest sum of similarity above the
 * threshold. Among equal sums more pairs win, then those nearer in time, then the smaller ids. All four are one whole
 * number, each with room for the sums of the next, so that rounding cannot decide.
 */
final class Assignment {
    static final double THRESHOLD = 0.35;
    static final int NOBODY = -1;

    private static final double SIMILARITY_UNITS = 1e5;
    private static final double ROOM_FOR_PAIRS = 16;
    private static final double ROOM_FOR_MINUTES = 60_000;
    private static final double ROOM_FOR_RANKS = 2_000;
    private static final long MOST_MINUTES = 3 * 24 * 60;

    private Assignment() {}

    /**
     * @param similarity   of each planned (rows) with each actual, both in the order of their ids
     * @param minutesApart the same, in time
     * @return for each planned the actual that belongs to it, or {@link #NOBODY}
     */
    static int[] of(double[][] similarity, long[][] minutesApart) {
        var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
        int rows = similarity.length;
        int columns = rows == 0 ? 0 : similarity[0].length;
        IntStream.range(0, rows + columns).forEach(graph::addVertex);
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                if (similarity[i][j] >= THRESHOLD) {
                    var edge = graph.addEdge(i, rows + j);
                    graph.setEdgeWeight(edge, weight(similarity[i][j], minutesApart[i][j], i * columns + j));
                }
            }
        }
        var assigned = IntStream.generate(() -> NOBODY).limit(rows).toArray();
        if (graph.edgeSet().isEmpty()) {
            return assigned;
        }
        for (var edge : new MaximumWeightBipartiteMatching<>(graph, vertices(0, rows), vertices(rows, rows + columns))
                .getMatching()
                .getEdges()) {
            int one = graph.getEdgeSource(edge);
            int other = graph.getEdgeTarget(edge);
            assigned[Math.min(one, other)] = Math.max(one, other) - rows;
        }
        return assigned;
    }

    private static double weight(double similarity, long minutesApart, int rank) {
        double above = Math.rint((similarity - THRESHOLD) * SIMILARITY_UNITS) * ROOM_FOR_PAIRS + 1;
        double inTime = above * ROOM_FOR_MINUTES - Math.min(minutesApart, MOST_MINUTES);
        return inTime * ROOM_FOR_RANKS - rank;
    }

    private static Set<Integer> vertices(int from, int to) {
        var vertices = new LinkedHashSet<Integer>();
        IntStream.range(from, to).forEach(vertices::add);
        return vertices;
    }
}
