package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.history.timeline.EventFilter;
import relais.log.Lane;
import relais.log.Positions;

/** What was made for those who are not told all, when a text is withdrawn. */
class OutdatedReplaysTest {

    private static final Lane LANE = new Lane("relais.experiences", 0);

    private final RememberedReplays store = new RememberedReplays();
    private final EmptyWorkshop made = new EmptyWorkshop();
    private final List<String> notes = new ArrayList<>();
    private final OutdatedReplays outdated =
            new OutdatedReplays(
                    store,
                    made.workshop(),
                    made.hidden,
                    new Runner.Notes() {
                        @Override
                        public void ended(Replay replay, State state, @Nullable Trouble trouble) {
                            notes.add(
                                    replay.id() + Optional.ofNullable(trouble).map(Trouble::code));
                        }

                        @Override
                        public void lost(Replay replay) {
                            notes.add("lost " + replay.id());
                        }

                        @Override
                        public void failed(String what, RuntimeException why) {
                            throw new AssertionError(what, why);
                        }
                    },
                    Clock.systemUTC());

    @Test
    void areTakenAwayOnceATextWasWithdrawnSinceTheyWereBegun() throws InterruptedException {
        happens("x-1", 1, "ExperienceSubmitted");
        happens("x-1", 2, "ExperiencePublished");
        happens("x-2", 1, "ExperienceSubmitted");
        ready("r-before", false);
        ready("r-operator", true);
        outdated.removeAll();
        assertThat(store.state("r-before")).isEqualTo(State.READY);

        happens("x-1", 3, "ExperienceWithdrawn");
        assertThat(outdated.isOutdated(store.find("r-before").orElseThrow())).isTrue();
        assertThat(outdated.isOutdated(store.find("r-operator").orElseThrow())).isFalse();
        ready("r-after", false);
        outdated.removeAll();

        assertThat(made.removed).containsExactly("r-before");
        assertThat(notes).containsExactly("r-beforeOptional[text-withdrawn]");
        assertThat(store.state("r-before")).isEqualTo(State.FAILED);
        assertThat(store.find("r-before").orElseThrow().course().product()).isNull();
        assertThat(store.state("r-after")).isEqualTo(State.READY);
        assertThat(store.state("r-operator")).isEqualTo(State.READY);
    }

    @Test
    void stayWhenATextIsSubmittedOrTakenBackThatFewCouldRead() throws InterruptedException {
        ready("r-1", false);
        happens("x-1", 1, "ExperienceSubmitted");
        happens("x-1", 2, "ExperienceTakenBack");
        outdated.removeAll();
        assertThat(store.state("r-1")).isEqualTo(State.READY);
    }

    /** As the runner makes it of an empty log. */
    private void ready(String id, boolean whole) throws InterruptedException {
        Replay asked =
                Replay.asked(
                        id,
                        "m-1",
                        Map.of(),
                        EventFilter.ANY,
                        whole,
                        Positions.START,
                        Positions.START,
                        new Target.File("any", false),
                        Instant.now(),
                        Instant.now().plusSeconds(3600));
        store.add(asked, 9, Instant.EPOCH);
        Work<?> work = made.workshop().work(asked);
        store.report(
                new Replays.Report(
                        id,
                        0,
                        State.READY,
                        asked.course().progress(),
                        0,
                        null,
                        null,
                        null,
                        Product.of(0, null, null, null).knowing(work.withdrawals())),
                Instant.EPOCH);
    }

    private void happens(String id, int version, String type) {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id + ":" + version);
        headers.put("ce_type", "relais.events.experiences." + type);
        headers.put("ce_source", "/services/experiences");
        headers.put("ce_subject", id);
        headers.put("ce_time", "2016-03-01T10:00:00Z");
        headers.put("ce_sequence", Integer.toString(version));
        headers.put("ce_territory", "commune:25056");
        headers.put("ce_partner", "p-commune-25056");
        headers.put("ce_actor", "m-besancon");
        made.texts.append(LANE, "commune:25056", headers, new byte[0]);
    }
}
