package dev.trellis.students.risk;

import java.util.List;

/**
 * Depth or breadth of what a student does with the activities of a course, -1 to 1 (domain 10.1, after Moodle's
 * community-of-inquiry indicators): each activity adds 2/n of the share of its potential level that was reached.
 */
public final class CommunityOfInquiry {
    private CommunityOfInquiry() {}

    /** One activity: the level reached, and the highest it allows (at least 1). */
    public record Reached(int level, int potential) {
        public Reached {
            if (potential < 1 || level < 0 || level > potential) {
                throw new IllegalArgumentException("a level is between 0 and its potential");
            }
        }
    }

    /** The score of at least one activity. */
    public static double score(List<Reached> activities) {
        if (activities.isEmpty()) {
            throw new IllegalArgumentException("there is no score of no activity");
        }
        return -1
                + activities.stream()
                        .mapToDouble(activity -> 2.0 / activities.size() * activity.level() / activity.potential())
                        .sum();
    }
}
