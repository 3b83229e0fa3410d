package relais.history.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.history.timeline.EventFilter;
import relais.log.LogPartition;
import relais.log.Offsets;

/** What was made for those who are not told all, when a text is withdrawn. */
class OutdatedReplaysTest {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 0);

    private final RememberedReplays store = new RememberedReplays();
    private final EmptyReplayTargets made = new EmptyReplayTargets();
    private final OutdatedReplays outdated =
            new OutdatedReplays(store, made.replayTargets(), made.hidden, Clock.systemUTC());

    @Test
    void areTakenAwayOnceATextWasWithdrawnSinceTheyWereBegun() throws InterruptedException {
        happens("x-1", 1, "ExperienceSubmitted");
        happens("x-1", 2, "ExperiencePublished");
        happens("x-2", 1, "ExperienceSubmitted");
        ready("r-before", false);
        ready("r-operator", true);
        outdated.removeAll();
        assertThat(store.state("r-before")).isEqualTo(ReplayState.READY);

        happens("x-1", 3, "ExperienceWithdrawn");
        assertThat(outdated.isOutdated(store.find("r-before").orElseThrow())).isTrue();
        assertThat(outdated.isOutdated(store.find("r-operator").orElseThrow())).isFalse();
        ready("r-after", false);
        outdated.removeAll();

        assertThat(made.removed).containsExactly("r-before");
        Course before = store.find("r-before").orElseThrow().course();
        assertThat(before.state()).isEqualTo(ReplayState.FAILED);
        assertThat(before.trouble()).extracting(Trouble::code).isEqualTo("text-withdrawn");
        assertThat(before.product()).isNull();
        assertThat(store.state("r-after")).isEqualTo(ReplayState.READY);
        assertThat(store.state("r-operator")).isEqualTo(ReplayState.READY);
    }

    @Test
    void stayWhenATextIsSubmittedOrTakenBackThatFewCouldRead() throws InterruptedException {
        ready("r-1", false);
        happens("x-1", 1, "ExperienceSubmitted");
        happens("x-1", 2, "ExperienceTakenBack");
        outdated.removeAll();
        assertThat(store.state("r-1")).isEqualTo(ReplayState.READY);
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
                        Offsets.START,
                        Offsets.START,
                        new Target.File("any", false),
                        Instant.now(),
                        Instant.now().plusSeconds(3600));
        store.add(asked, 9, Instant.EPOCH);
        ReplayPipeline<?> work = made.replayTargets().work(asked);
        store.report(
                id,
                new Course(
                        ReplayState.READY,
                        0,
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
