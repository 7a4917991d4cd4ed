package dev.trellis.platform.embedding;

import java.util.Set;

/** Words so common that they say little about what a text is about, written without apostrophes. */
public final class CommonWords {
    /** English. */
    public static final Set<String> ENGLISH = Set.of("""
            a about after again ago all also always am an and any anything are around as at back be because been before \
            being best better between both but by can cant come could day days did didnt do does doesnt doing done dont \
            each else even ever every everyone everything few find first for from get gets getting give go goes going \
            good got had half has hasnt have havent having he help her here him his hour hours how i id if ill im in \
            into is isnt it its ive just keep kind know last later least less let like likes little long lot lots \
            make many may maybe me mean might minute minutes mins month months more most much must my myself need \
            needs never new next no not nothing now of off often ok on once one only or other our out over own part per \
            please put quite rather really right same say says see she should since so some someone something sometimes \
            soon sort still stop stuff such sure take takes than that thats the their them then there theres these they \
            thing things think this those through til till time times to today too try trying twice two three until up \
            us use used uses using usually very want wants was way we week weekly weeks well went were what when \
            where which while who why will with within without wont would year years yes yet you your\
            """.strip().split("\\s+"));

    private CommonWords() {}
}
