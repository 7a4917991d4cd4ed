package dev.trellis.platform.web.pages;

import dev.trellis.platform.Actor;
import dev.trellis.platform.PersonDays;

/** Tells what stands around every page of a logged-in person; the web module does, which knows all the others. */
public interface Surroundings {
    /** What stands around this person's pages right now. */
    Facts of(Actor actor);

    /**
     * What stands around a page.
     *
     * @param name what the person is called
     * @param days their own days, by which every day and time on a page is told
     * @param unread how many notifications wait
     * @param leads whether the person answers for a course
     * @param studies whether the person is a student in one
     */
    record Facts(String name, PersonDays days, long unread, boolean leads, boolean studies) {}
}
