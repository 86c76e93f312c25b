package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudDeed;
import io.github.terway4j.ports.out.CloudIntent;
import io.github.terway4j.ports.out.CloudJournal;
import io.github.terway4j.ports.out.LedgerOutcome;
import io.github.terway4j.ports.out.Tasks;
import io.github.terway4j.simulator.world.MachineClock;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenIntentsTest {
    private static final EniId ENI = new EniId("eni-1");
    private static final CloudDeed ASSIGN = new CloudDeed.Assign(ENI, IpFamily.V4, 3);

    private final World world = new World(1);
    private final MachineClock clock = world.clock();
    private final Tasks tasks = world.process("agent", clock).tasks();
    private final Journal journal = new Journal();
    private final OpenIntents intents = new OpenIntents(journal, tasks);

    @AfterEach
    void end() {
        world.close();
    }

    private void look() {
        intents.seen(List.of(), tasks.instant());
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_intent_open() {
        var delete = intents.of(new CloudDeed.Delete(ENI));
        intents.begin(delete);
        intents.heard(delete, true);
        clock.set(Duration.ofHours(-1));
        look();
        world.runFor(Partings.DOUBT.plusSeconds(1));
        look();
        assertEquals(List.of(), journal.open);
    }

    @Test
    void what_is_being_struck_out_is_not_asked_for_once_more() {
        var lost = intents.of(ASSIGN, new ClientToken("first"));
        intents.begin(lost);
        intents.unheard(lost);
        journal.whileSettling = () -> {
            var next = intents.of(ASSIGN, new ClientToken("second"));
            intents.begin(next);
        };
        world.runFor(Partings.DOUBT.plusSeconds(1));
        look();
        assertNotEquals(List.of(), journal.open);
        assertEquals(new ClientToken("second"), journal.open.getFirst().token());
    }

    @Test
    void what_the_journal_does_not_let_go_of_is_struck_out_after_another_look() {
        var lost = intents.of(ASSIGN, new ClientToken("first"));
        intents.begin(lost);
        intents.unheard(lost);
        world.runFor(Partings.DOUBT.plusSeconds(1));
        journal.stubborn = true;
        look();
        assertEquals(1, intents.count());
        journal.stubborn = false;
        look();
        assertEquals(0, intents.count());
        assertEquals(List.of(), journal.open);
    }

    private static final class Journal implements CloudJournal {
        private final List<CloudIntent> open = new ArrayList<>();
        private Runnable whileSettling = () -> {};
        private boolean stubborn;

        @Override
        public LedgerOutcome intend(CloudIntent intent) {
            open.add(intent);
            return new LedgerOutcome.Written();
        }

        @Override
        public LedgerOutcome settle(ClientToken token) {
            if (stubborn) {
                return new LedgerOutcome.Failed("stubborn");
            }
            var meanwhile = whileSettling;
            whileSettling = () -> {};
            meanwhile.run();
            open.removeIf(intent -> intent.token().equals(token));
            return new LedgerOutcome.Written();
        }

        @Override
        public List<CloudIntent> open() {
            return List.copyOf(open);
        }
    }
}
