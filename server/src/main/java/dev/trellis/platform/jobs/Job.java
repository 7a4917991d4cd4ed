package dev.trellis.platform.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/** Recurring work. One node runs it at a time; it works in transactions of its own and may be stopped between any two. */
public interface Job {
    /** The stable name, in the imperative: {@code complete_expired_periods}. */
    String name();

    /** When it runs. */
    Schedule schedule();

    /** Does what there is to do, tells how far it is, and returns early when asked to stop. */
    void run(Progress progress);

    /** False for jobs that run every few seconds: only a run that did something is written down. */
    default boolean keepsEmptyRuns() {
        return true;
    }

    /** How a running job reports, and learns that it should stop. */
    interface Progress {
        /** So many more done and failed. */
        void add(long done, long failed);

        /** True when the server is shutting down. */
        boolean shouldStop();
    }
}
