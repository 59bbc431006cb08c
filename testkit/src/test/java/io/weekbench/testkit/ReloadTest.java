package io.weekbench.testkit;

import static io.weekbench.testkit.Answers.codes;
import static io.weekbench.testkit.Desk.batch;
import static io.weekbench.testkit.Desk.create;
import static io.weekbench.testkit.Desk.project;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.weekbench.api.Outcome;
import io.weekbench.api.Proposal;
import io.weekbench.api.Request;
import io.weekbench.api.Rule;
import io.weekbench.api.Text;
import io.weekbench.api.Tracker;
import io.weekbench.api.Workbench;
import io.weekbench.host.workbench.Options;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trackers come and go while somebody's request is being judged. */
@Timeout(60)
class ReloadTest {
    private static final Text NO = new Text("No.", "不行。");
    private static final String SHELF =
            """
            {"id": "shelf", "version": "1.0.0", "label": {"en": "Shelf", "zh": "书架"}, "tables": [
              {"id": "book", "label": {"en": "Book", "zh": "书"}, "key": ["name"], "title": "name",
               "fields": [{"id": "name", "type": "text", "required": true,
                           "label": {"en": "Name", "zh": "书名"}}]}]}
            """;

    private static final Request.Create BOOK = create("shelf.book", "b", Map.of("name", "b"));

    private final TestWorkbench bench =
            TestWorkbench.empty(new Options(Duration.ofSeconds(30), Duration.ofSeconds(1), 1));
    private final CountDownLatch judging = new CountDownLatch(1);

    @Test
    void noTrackerTakesWhatItsRulesHaveNotJudged() throws Exception {
        NoProjects reloaded = new NoProjects();
        bench.install(SHELF, judgedWhen(reloaded::isLoadedOrWaits));
        bench.install(Desk.json(), new Tracker() {});
        bench.live().load("desk", reloaded);
        assertEquals(List.of("tracker-not-loaded"), codes(reloaded.meanwhile.get()));
        bench.close();
    }

    @Test
    void whatStandsInLineIsWrittenBeforeItsTrackerGoes() throws Exception {
        Thread closing = new Thread(bench::close);
        bench.install(SHELF, judgedWhen(() -> closing.getState() == Thread.State.WAITING));
        FutureTask<Outcome> asked = asked(BOOK);
        judging.await();
        closing.start();
        assertInstanceOf(Outcome.Accepted.class, asked.get());
        closing.join();
    }

    private FutureTask<Outcome> asked(Request request) {
        FutureTask<Outcome> asked = new FutureTask<>(() -> bench.submit(request));
        new Thread(asked).start();
        return asked;
    }

    private Tracker judgedWhen(BooleanSupplier so) {
        return ruling(
                "shelf.book",
                proposal -> {
                    judging.countDown();
                    while (!so.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                });
    }

    /** While its rules are asked for, somebody asks for a project and is being judged already. */
    private final class NoProjects implements Tracker {
        private final Thread loading = Thread.currentThread();
        private final FutureTask<Outcome> meanwhile =
                new FutureTask<>(() -> bench.submit(batch(project("road"), BOOK)));
        private volatile boolean asked;
        private volatile boolean loaded;

        @Override
        public List<Rule> rules() {
            new Thread(meanwhile).start();
            awaitJudging();
            asked = true;
            return ruling("desk.project", this::refuse).rules();
        }

        private void refuse(Proposal proposal) {
            proposal.edits().forEach(edit -> proposal.refuse(edit, "", "no", NO, NO));
        }

        private void awaitJudging() {
            try {
                judging.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void start(Workbench workbench) {
            loaded = true;
        }

        boolean isLoadedOrWaits() {
            return loaded || (asked && loading.getState() == Thread.State.WAITING);
        }
    }

    private static Tracker ruling(String table, Consumer<Proposal> judge) {
        Rule rule =
                new Rule() {
                    @Override
                    public Set<String> tables() {
                        return Set.of(table);
                    }

                    @Override
                    public void judge(Proposal proposal) {
                        judge.accept(proposal);
                    }
                };
        return new Tracker() {
            @Override
            public List<Rule> rules() {
                return List.of(rule);
            }
        };
    }
}
