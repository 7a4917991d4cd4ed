package dev.trellis.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.trellis.testing.PostgresForTests;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class JobsTest {
    @Inject
    JobRuns runs;

    @Inject
    @DataSource("jobs")
    javax.sql.DataSource database;

    /** A job of its own for every test: once a day unless asked. */
    private record TestJob(String name, boolean keepsEmptyRuns, Consumer<Job.Progress> work) implements Job {
        @Override
        public Schedule schedule() {
            return new Daily(LocalTime.MIDNIGHT.plusNanos(name.hashCode() & 0xffff));
        }

        @Override
        public void run(Progress progress) {
            work.accept(progress);
        }
    }

    @Test
    void aJobThatRanIsVisibleWithWhatItDid() {
        var jobs = jobs(new TestJob("test_visible", true, progress -> {
            progress.add(3, 0);
            progress.add(4, 1);
        }));

        var run = jobs.runNow("test_visible");

        assertThat(run.done()).isEqualTo(7);
        assertThat(run.failed()).isEqualTo(1);
        assertThat(run.finishedAt()).isNotNull();
        assertThat(run.error()).isNull();
        assertThat(jobs.states()).singleElement().satisfies(state -> {
            assertThat(state.name()).isEqualTo("test_visible");
            assertThat(state.latestRuns()).containsExactly(run);
        });
    }

    @Test
    void aJobRunsSoonWhenAskedTo() throws Exception {
        var started = new CountDownLatch(1);
        var jobs = jobs(new TestJob("test_soon", true, progress -> {
            progress.add(1, 0);
            started.countDown();
        }));
        jobs.start(new StartupEvent());
        try {
            assertThat(jobs.isRunning()).isTrue();
            assertThat(jobs.runSoon("test_soon")).isTrue();
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            jobs.stop(new ShutdownEvent());
        }
        assertThat(jobs.isRunning()).isFalse();
        assertThat(runs.latest("test_soon", 10)).singleElement().satisfies(run -> {
            assertThat(run.done()).isEqualTo(1);
            assertThat(run.finishedAt()).isNotNull();
        });
    }

    @Test
    void nothingIsRunSoonThatDoesNotExist() {
        var jobs = jobs(new TestJob("test_other", true, progress -> {}));

        assertThat(jobs.knows("test_unknown")).isFalse();
        assertThat(jobs.runSoon("test_unknown")).isFalse();
        assertThatThrownBy(() -> jobs.runNow("test_unknown")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aJobThatFailsIsRecordedWithWhatItHadDoneAndWithoutItsMessage() {
        var jobs = jobs(new TestJob("test_failing", true, progress -> {
            progress.add(2, 0);
            throw new IllegalStateException("with somebody's data in it");
        }));

        assertThatThrownBy(() -> jobs.runNow("test_failing")).isInstanceOf(IllegalStateException.class);

        assertThat(runs.latest("test_failing", 1)).singleElement().satisfies(run -> {
            assertThat(run.error()).isEqualTo("IllegalStateException");
            assertThat(run.done()).isEqualTo(2);
            assertThat(run.finishedAt()).isNotNull();
        });
    }

    @Test
    void aFrequentJobLeavesARunOnlyWhenItDidSomething() {
        var work = List.of(0L, 5L).iterator();
        var jobs = jobs(new TestJob("test_frequent", false, progress -> {
            var done = work.next();
            if (done > 0) {
                progress.add(done, 0);
            }
        }));

        assertThatThrownBy(() -> jobs.runNow("test_frequent"))
                .as("nothing was written down")
                .isNotNull();
        jobs.runNow("test_frequent");

        assertThat(runs.latest("test_frequent", 10))
                .extracting(JobRuns.JobRun::done)
                .containsExactly(5L);
    }

    private Jobs jobs(Job job) {
        return new Jobs(List.of(job), runs, database, true, false);
    }
}
