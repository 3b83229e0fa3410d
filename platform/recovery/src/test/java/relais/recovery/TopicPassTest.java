package relais.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import relais.events.RegistryUnavailable;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/** What a pass over the log makes of a store, whatever it finds there. */
class TopicPassTest {

    private final WordLog log = new WordLog();
    private final Texts texts = new Texts();
    private final Findings findings = new Findings();
    private final AtomicLong read = new AtomicLong();

    @Test
    void fillsAnEmptyStoreFromAllPartitions() throws Exception {
        log.tell(0, "t-a", 1, "un").tell(1, "t-b", 1, "deux").tell(0, "t-a", 2, "trois");

        assertThat(pass()).isEqualTo(new Tally("texts", 2, 0, 0, 0, 0));
        assertThat(texts.text("t-a")).isEqualTo("un trois");
        assertThat(texts.version("t-a")).isEqualTo(2);
        assertThat(texts.text("t-b")).isEqualTo("deux");
        assertThat(read).hasValue(3);
        assertThat(findings.count()).isZero();
    }

    @Test
    void bringsABackupUpAndLeavesTheRestAlone() throws Exception {
        texts.put("t-old", 1, "un");
        texts.put("t-same", 1, "un");
        texts.put("t-ahead", 2, "un deux");
        log.tell(0, "t-old", 1, "un").tell(0, "t-old", 2, "deux");
        log.tell(0, "t-same", 1, "un").tell(0, "t-ahead", 1, "un");

        assertThat(pass()).isEqualTo(new Tally("texts", 0, 1, 1, 1, 0));
        assertThat(texts.text("t-old")).isEqualTo("un deux");
        assertThat(texts.writes).isEqualTo(1);
        assertThat(findings.first())
                .extracting(Finding::kind, Finding::id, Finding::sequence)
                .containsExactly(tuple(Finding.Kind.AHEAD_OF_THE_LOG, "t-ahead", 1L));
    }

    @Test
    void passesOverWhatTheLogHoldsTwice() throws Exception {
        log.tell(0, "t-a", 1, "un").tell(0, "t-a", 1, "un");
        log.tell(0, "t-a", 2, "deux").tell(0, "t-a", 1, "un").tell(0, "t-a", 2, "deux");

        pass();

        assertThat(texts.text("t-a")).isEqualTo("un deux");
        assertThat(findings.count()).isZero();
    }

    @Test
    void anEventThatCannotBeReadStopsItsAggregateAlone() throws Exception {
        log.tell(0, "t-bad", 1, "un").tell(0, "t-bad", 2, "!").tell(0, "t-bad", 3, "trois");
        log.tell(0, "t-good", 1, "un");

        assertThat(pass()).isEqualTo(new Tally("texts", 1, 0, 0, 0, 1));
        // Not "un": half of it would look like the whole.
        assertThat(texts.isThere("t-bad")).isTrue();
        assertThat(texts.text("t-bad")).isNull();
        assertThat(findings.first())
                .extracting(Finding::kind, Finding::id, Finding::sequence, Finding::place)
                .containsExactly(tuple(Finding.Kind.UNREADABLE_EVENT, "t-bad", 2L, "topic:0:1"));
    }

    @Test
    void anEventThatIsNotThereStopsItsAggregateAlone() throws Exception {
        texts.put("t-gap", 1, "un");
        log.tell(0, "t-gap", 1, "un").tell(0, "t-gap", 3, "trois").tell(0, "t-good", 1, "un");

        assertThat(pass()).isEqualTo(new Tally("texts", 1, 0, 0, 0, 1));
        assertThat(texts.text("t-gap")).isNull();
        assertThat(findings.first())
                .extracting(Finding::kind, Finding::id, Finding::sequence)
                .containsExactly(tuple(Finding.Kind.MISSING_EVENT, "t-gap", 3L));
    }

    @Test
    void whatWasSetAsideIsFoldedFromItsStartOnceItCanBeRead() throws Exception {
        log.tell(0, "t-bad", 1, "un").tell(0, "t-bad", 2, "!");
        pass();

        // A build that can read it.
        WordLog mended = new WordLog().tell(0, "t-bad", 1, "un").tell(0, "t-bad", 2, "deux");
        Tally tally = pass(mended);

        assertThat(texts.text("t-bad")).isEqualTo("un deux");
        assertThat(tally.restored()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsNoEventIsTold() throws Exception {
        log.nonsense(0).tell(0, "t-a", 1, "un");

        assertThat(pass().restored()).isEqualTo(1);
        assertThat(findings.first())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.NO_EVENT);
    }

    @Test
    void killedItGoesOnWhereItWas() throws Exception {
        for (int i = 0; i < 300; i++) {
            log.tell(i % 3, "t-" + i, 1, "un").tell(i % 3, "t-" + i, 2, "deux");
        }
        texts.dieAfter = 123;
        assertThatThrownBy(this::pass).hasMessage("killed");

        pass();

        for (int i = 0; i < 300; i++) {
            assertThat(texts.text("t-" + i)).isEqualTo("un deux");
        }
        assertThat(texts.writes).isEqualTo(301);
    }

    /** More than one batch: the state of each aggregate goes through the store in between. */
    @Test
    void longHistoriesAreFoldedInBatches() throws Exception {
        for (int sequence = 1; sequence <= 6_000; sequence++) {
            log.tell(0, "t-a", sequence, "w").tell(0, "t-b", sequence, "w");
        }

        assertThat(pass()).isEqualTo(new Tally("texts", 2, 0, 0, 0, 0));
        assertThat(texts.version("t-a")).isEqualTo(6_000);
        assertThat(texts.text("t-a")).hasSize(2 * 6_000 - 1);
        assertThat(texts.writes).isBetween(4, 8);
    }

    @Test
    void halfAnAggregateOfEarlierBatchesIsSetAsideToo() throws Exception {
        for (int sequence = 1; sequence <= 6_000; sequence++) {
            log.tell(0, "t-a", sequence, "w");
        }
        log.tell(0, "t-a", 6_001, "!").tell(0, "t-a", 6_002, "w");

        assertThat(pass()).isEqualTo(new Tally("texts", 0, 0, 0, 0, 1));
        assertThat(texts.text("t-a")).isNull();
    }

    @Test
    void whoeverWritesMeanwhileIsNotOverwritten() throws Exception {
        log.tell(0, "t-a", 1, "un").tell(0, "t-a", 2, "deux");
        texts.rival = () -> texts.put("t-a", 3, "un deux trois");

        pass();

        assertThat(texts.text("t-a")).isEqualTo("un deux trois");
    }

    @Test
    void aRegistryThatIsAwayBlamesNoEvent() {
        log.tell(0, "t-a", 1, "un");
        var kind =
                new AggregateKind<String>(
                        "texts",
                        "t-",
                        (_, _, _) -> {
                            throw new RegistryUnavailable("away", new IllegalStateException());
                        },
                        texts);

        assertThatThrownBy(
                        () ->
                                new TopicPass(log, List.of(kind), List.of(), findings, _ -> {})
                                        .run(log.extent()))
                .isInstanceOf(RegistryUnavailable.class);
        assertThat(texts.isThere("t-a")).isFalse();
        assertThat(findings.count()).isZero();
    }

    @Test
    void whatIsDerivedSeesEveryEventInOrder() throws Exception {
        log.tell(0, "t-a", 1, "un").tell(0, "k-other", 1, "clef").tell(0, "t-a", 2, "deux");
        List<String> seen = new ArrayList<>();
        Derived derived =
                new Derived() {
                    @Override
                    public String name() {
                        return "seen";
                    }

                    @Override
                    public void saw(LoggedEvent event, Envelope envelope) {
                        seen.add(envelope.id());
                    }

                    @Override
                    public long restore(String operator, Findings found) {
                        return seen.size();
                    }
                };

        new TopicPass(log, List.of(texts.kind()), List.of(derived), findings, _ -> {})
                .run(log.extent());

        assertThat(seen).containsExactly("t-a:1", "k-other:1", "t-a:2");
    }

    private Tally pass() throws InterruptedException {
        return pass(log);
    }

    private Tally pass(WordLog from) throws InterruptedException {
        var pass = new TopicPass(from, List.of(texts.kind()), List.of(), findings, read::addAndGet);
        pass.run(from.extent());
        return pass.tallies().getFirst();
    }
}
