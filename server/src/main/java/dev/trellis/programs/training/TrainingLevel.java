package dev.trellis.programs.training;

/**
 * How used to training somebody is, with what follows for volume, skill and deloads (domain 02.1, 02.3, 02.5, 02.7).
 */
public enum TrainingLevel {
    NOVICE(6, 4, 10, 1, 8, 4, 1),
    INTERMEDIATE(10, 8, 16, 1, 6, 6, 2),
    ADVANCED(14, 10, 20, 2, 5, 5, 3);

    private static final int INTERMEDIATE_FROM_MONTHS = 6;
    private static final int ADVANCED_FROM_MONTHS = 24;
    private static final int LONG_BREAK_WEEKS = 12;
    private static final int OLDER_FROM = 65;
    private static final int WEEKS_TO_LEARN = 8;

    private final int startSets;
    private final int fewestSets;
    private final int mostSets;
    private final int weeklyIncrease;
    private final int deloadEveryWeeks;
    private final int blockWeeks;
    private final int skill;

    TrainingLevel(
            int startSets,
            int fewestSets,
            int mostSets,
            int weeklyIncrease,
            int deloadEveryWeeks,
            int blockWeeks,
            int skill) {
        this.startSets = startSets;
        this.fewestSets = fewestSets;
        this.mostSets = mostSets;
        this.weeklyIncrease = weeklyIncrease;
        this.deloadEveryWeeks = deloadEveryWeeks;
        this.blockWeeks = blockWeeks;
        this.skill = skill;
    }

    /** The level of months with two sessions a week or more; a break over 12 weeks drops it by one. */
    public static TrainingLevel of(int consistentMonths, int breakWeeks) {
        int level = consistentMonths < INTERMEDIATE_FROM_MONTHS ? 0 : consistentMonths <= ADVANCED_FROM_MONTHS ? 1 : 2;
        return values()[Math.max(0, breakWeeks > LONG_BREAK_WEEKS ? level - 1 : level)];
    }

    /** The column of the volume table somebody of that age is planned by. */
    TrainingLevel forAge(int years) {
        return years >= OLDER_FROM ? NOVICE : this;
    }

    /** Weekly sets for a muscle at the start. */
    public int startSets() {
        return startSets;
    }

    /** The least that is useful. */
    public int fewestSets() {
        return fewestSets;
    }

    /** The most that is allowed. */
    public int mostSets() {
        return mostSets;
    }

    /** How many sets a muscle may gain from one week to the next. */
    public int weeklyIncrease() {
        return weeklyIncrease;
    }

    /** Every how many weeks one is light. */
    public int deloadEveryWeeks() {
        return deloadEveryWeeks;
    }

    int blockWeeks() {
        return blockWeeks;
    }

    /** The skill that exercises may ask for without a penalty, in a week of the program. */
    int allowedSkill(int week) {
        return this == NOVICE && week > WEEKS_TO_LEARN ? 2 : skill;
    }
}
