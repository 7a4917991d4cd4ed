package dev.trellis.safety;

import dev.trellis.safety.Entry.Mark;
import dev.trellis.safety.Entry.Meaning;
import dev.trellis.safety.Step.Gap;
import dev.trellis.safety.Step.OneOf;
import dev.trellis.safety.Step.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the lexicon files; their form is described at the head of {@code lexicon/en.txt}. */
final class LexiconReader {
    private static final int SHORT_GAP = 3;
    private static final int LONG_GAP = 7;

    private final Vocabulary vocabulary;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, OneOf> groups = new HashMap<>();
    private Section section = Section.of("idiom");

    LexiconReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The heading under which lines stand. */
    private record Section(Meaning meaning, SafetyLevel level, SafetyTopic topic, String sign, EnumSet<Mark> marks) {

        static Section of(String heading) {
            var words = heading.split(" ");
            return switch (words[0]) {
                case "S1", "S2", "S3" -> danger(words);
                case "sign" -> new Section(Meaning.DANGER, SafetyLevel.S0, SafetyTopic.NONE, words[1], marks(words));
                default ->
                    new Section(constant(Meaning.class, heading), SafetyLevel.S0, SafetyTopic.NONE, "", marks(words));
            };
        }

        private static Section danger(String[] words) {
            var sign = words[1];
            for (var word : words) {
                sign = word.startsWith("sign:") ? word.substring("sign:".length()) : sign;
            }
            var topic = constant(SafetyTopic.class, words[1]);
            return new Section(Meaning.DANGER, SafetyLevel.valueOf(words[0]), topic, sign, marks(words));
        }

        private static EnumSet<Mark> marks(String[] words) {
            var marks = EnumSet.noneOf(Mark.class);
            for (int i = 2; i < words.length; i++) {
                if (!words[i].startsWith("sign:")) {
                    marks.add(constant(Mark.class, words[i]));
                }
            }
            return marks;
        }

        private static <E extends Enum<E>> E constant(Class<E> type, String name) {
            return Enum.valueOf(type, name.replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT));
        }
    }

    List<Entry> read(String file, Iterable<String> lines) {
        groups.clear();
        int number = 0;
        for (var line : lines) {
            number++;
            try {
                line(line.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
            }
        }
        return entries;
    }

    private void line(String line) {
        if (line.isEmpty() || line.startsWith("%")) {
            return;
        }
        if (line.startsWith("[")) {
            section = Section.of(line.substring(1, line.length() - 1));
        } else if (line.startsWith("@") && line.contains(" = ")) {
            var parts = line.split(" = ", 2);
            groups.put(parts[0], oneOf(parts[1]));
        } else {
            var steps = List.of(line.split("\\s+", -1)).stream().map(this::step).toList();
            entries.add(new Entry(
                    section.meaning, section.level, section.topic, section.sign, section.marks, new Pattern(steps)));
        }
    }

    private Step step(String written) {
        return switch (written) {
            case ".." -> new Gap(SHORT_GAP);
            case "..." -> new Gap(LONG_GAP);
            default -> oneOf(written);
        };
    }

    private OneOf oneOf(String written) {
        boolean optional = written.endsWith("?");
        var words = new BitSet();
        var ranges = new ArrayList<Range>();
        for (var choice :
                written.substring(0, written.length() - (optional ? 1 : 0)).split("/", -1)) {
            if (choice.startsWith("@")) {
                var group = groups.get(choice);
                if (group == null) {
                    throw new IllegalArgumentException("no group " + choice);
                }
                words.or(group.words());
                ranges.addAll(group.ranges());
            } else if (choice.startsWith("#")) {
                var ends = choice.substring(1).split("-", 2);
                ranges.add(new Range(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
            } else if (choice.isEmpty() || choice.contains("?") || choice.contains(".")) {
                throw new IllegalArgumentException("\"" + choice + "\" is no word");
            } else {
                words.set(vocabulary.learn(choice));
            }
        }
        return new OneOf(words, List.copyOf(ranges), optional);
    }
}
