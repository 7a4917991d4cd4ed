package dev.trellis.demo;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Somebody in the demo's course.
 *
 * @param id as the roster calls them; their e-mail address begins with it
 * @param away the weeks, from 0, in which they are not seen
 * @param diligence the chance to come to a session and to hand something in
 * @param grade about what they are graded
 */
record DemoStudent(String id, String givenName, String familyName, Set<Integer> away, double diligence, double grade) {
    /** The one who logs in: away for two weeks, and back since somebody asked. */
    static final String SAM = "sam";

    static final List<DemoStudent> ALL = List.of(
            new DemoStudent(SAM, "Sam", "Okafor", weeks(2, 3), 1.0, 76),
            new DemoStudent("bo", "Bo", "Lindqvist", weeks(6, 7), 1.0, 58),
            new DemoStudent("ines", "Inês", "Carvalho", weeks(5, 7), 1.0, 68),
            new DemoStudent("max", "Maximiliane-Alexandra", "von und zu Sonnenthal-Oberhausen", weeks(9, 9), 0.85, 47),
            new DemoStudent("aiko", "Aiko", "Tanaka", weeks(9, 9), 1.0, 88),
            new DemoStudent("ben", "Ben", "Adler", weeks(9, 9), 1.0, 74),
            new DemoStudent("chidi", "Chidi", "Eze", weeks(9, 9), 1.0, 81),
            new DemoStudent("dana", "Dana", "Horák", weeks(9, 9), 1.0, 70),
            new DemoStudent("elif", "Elif", "Demir", weeks(9, 9), 1.0, 92),
            new DemoStudent("finn", "Finn", "Byrne", weeks(9, 9), 1.0, 66),
            new DemoStudent("grace", "Grace", "Mwangi", weeks(9, 9), 1.0, 79),
            new DemoStudent("hugo", "Hugo", "Silva", weeks(9, 9), 1.0, 72),
            new DemoStudent("ivy", "Ivy", "Chen", weeks(9, 9), 1.0, 85),
            new DemoStudent("jonas", "Jonas", "Keller", weeks(9, 9), 1.0, 69),
            new DemoStudent("kim", "Kim", "Park", weeks(9, 9), 1.0, 77),
            new DemoStudent("lea", "Lea", "Novak", weeks(9, 9), 1.0, 83));

    String email() {
        return id + "@demo.example";
    }

    private static Set<Integer> weeks(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().collect(TreeSet::new, Set::add, Set::addAll);
    }
}
