package dev.trellis.interventions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What in a member's text a reviewer must look at before approving it (domain file 09, rules for editing). Words alone
 * decide, so a flag means "look", not "wrong", and it rather flags too much.
 */
public enum ModerationFlag {
    /** Fasting for more than 16 hours. */
    LONG_FAST("""
            water[- ]?fast\\w* | dry fast\\w* | omad | one meal a day | 18:6 | 20:4
            | fast(?:ing)? (?:for )?(?:all|the whole|a|one|two|three|several|\\d+) (?:full )?days?
            | (?:don'?t|do not|not|no) eat(?:ing)? (?:for )?(?:a|one|two|three|\\d+) (?:full )?days?
            | skip(?:ping)? (?:food|eating|all meals)
            """, """
            fast(?:s|ed|ing)?\\D{0,25}?(\\d{1,3}) ?(?:-|to)? ?(?:h|hours?|hrs?)\\b
            | \\b(\\d{1,3})[- ]?(?:h|hours?|hrs?)\\b.{0,20}?\\b(?:fast|without food|without eating)
            """, 0, 16),

    /** Supplements or medicines, or changing how they are taken. */
    SUPPLEMENTS_OR_MEDICINES("""
            supplement\\w* | vitamins? | capsules? | pills? | tablets? | medicines? | medications? | meds | herbal
            | dos(?:e|es|age) | \\d+ ?(?:mg|mcg|µg|iu) | melatonin | creatine | ashwagandha | st\\.? john'?s wort | cbd | thc
            | nootropics? | ibuprofen | paracetamol | aspirin | statins? | antidepressants? | ssris? | insulin
            | prescri\\w+ | tinctures? | laxatives? | diuretics? | magnesium | psilocybin | microdos\\w*
            """),

    /** Less than 6 hours of sleep or in bed. */
    SHORT_SLEEP(
            "sleep restriction | polyphasic | all[- ]nighter | sleep deprivation | stay(?:ing)? (?:up|awake) all night",
            """
            \\b(?:sleep|in bed|asleep)\\D{0,25}?(\\d{1,2})(?:[.,]\\d)? ?(?:h|hours?|hrs?)\\b
            | \\b(\\d{1,2})(?:[.,]\\d)? ?(?:h|hours?|hrs?)\\b.{0,15}?\\b(?:sleep|in bed)\\b
            """,
            6,
            Integer.MAX_VALUE),

    /** Cold or heat beyond the everyday. */
    COLD_OR_HEAT("""
            ice[- ]?baths? | cold[- ]plunges? | cold[- ]water | cold showers? | cryo\\w* | saunas? | hot[- ]?yoga
            | steam rooms? | sweat suits? | wim hof | winter swim\\w* | ice swim\\w*
            """),

    /** Holding one's breath, or breathing until dizzy. */
    BREATH_HOLDING("""
            breath[- ]?hold\\w* | hold(?:ing)? (?:your|my|the|one'?s) breath | apno?ea | hyperventilat\\w* | wim hof
            | holotropic | breath retention | empty lungs
            """),

    /** A goal in weight or calories. */
    WEIGHT_OR_CALORIES("""
            calories? | kcal | weight[- ]?loss | los(?:e|ing) (?:weight|fat|belly|\\d+) | fat[- ]?loss | bmi | body fat
            | (?:goal|target) weight | weigh (?:yourself|myself|in) | burn(?:ing)? fat | cut(?:ting)? weight
            | \\d+ ?(?:kg|kilos?|pounds?|lbs?) (?:in|a|per|lighter|less) | get (?:thin|skinny|lean)
            """);

    private final Pattern words;
    private final Pattern amount;
    private final int leastHours;
    private final int mostHours;

    ModerationFlag(String words) {
        this(words, "(?!)()()", 0, Integer.MAX_VALUE);
    }

    ModerationFlag(String words, String amount, int leastHours, int mostHours) {
        this.words = pattern("\\b(?:" + words.strip() + ")\\b");
        this.amount = pattern(amount.strip());
        this.leastHours = leastHours;
        this.mostHours = mostHours;
    }

    /** The name in the database and in JSON: lower case. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flag of that wire name. */
    @JsonCreator
    public static ModerationFlag of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    /** Every flag that one of these texts raises. */
    static Set<ModerationFlag> in(List<String> texts) {
        var folded = String.join(" \n ", texts)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[ \t\u00a0]+", " ");
        var flags = new TreeSet<ModerationFlag>();
        Arrays.stream(values()).filter(flag -> flag.isRaisedBy(folded)).forEach(flags::add);
        return flags;
    }

    private boolean isRaisedBy(String text) {
        return words.matcher(text).find()
                || amount.matcher(text)
                        .results()
                        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                        .mapToInt(Integer::parseInt)
                        .anyMatch(hours -> hours < leastHours || hours > mostHours);
    }

    /** The alternatives stand apart in the source, with blanks around each bar. */
    private static Pattern pattern(String spaced) {
        return Pattern.compile(spaced.replaceAll("\\s*\\n\\s*", " ").replace(" | ", "|"));
    }
}
