package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relais.consumer.Reading.eventually;
import static relais.consumer.Reading.parked;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is parked is tried again, or skipped for a reason. */
class RedriveIT {
    private final Reading reading = new Reading(3);
    private final Log log = reading.log;
    private final Journal journal = reading.journal;

    @AfterEach
    void close() {
        reading.close();
    }

    @Test
    void aRedriveAfterTheCauseIsMendedRestoresOrder() {
        journal.undecodable.add("a:2");
        try (var consumer = reading.started()) {
            log.append("a:1", "a:2", "a:3", "a:4");
            eventually(() -> parked(consumer, "a").size() == 3);

            Redrive tooEarly = consumer.parked().redrive("a");
            assertThat(tooEarly.outcome()).isEqualTo(Redrive.Outcome.FAILED_AGAIN);
            assertThat(tooEarly.detail()).contains("no such schema");
            assertThat(tooEarly.stillParked()).isEqualTo(3);
            assertThat(consumer.parked().find("a").getFirst().attempts()).isEqualTo(2);

            journal.undecodable.clear();
            Redrive redrive = consumer.parked().redrive("a");
            assertThat(redrive).isEqualTo(new Redrive(Redrive.Outcome.CLEARED, 3, 0, null));
            assertThat(journal.texts("a")).containsExactly("a:1", "a:2", "a:3", "a:4");

            log.append("a:5");
            eventually(() -> journal.texts("a").size() == 5);
            assertThat(consumer.parked().find("a")).isEmpty();
            assertThat(consumer.parked().redrive("a").outcome())
                    .isEqualTo(Redrive.Outcome.NOTHING_PARKED);
        }
    }

    @Test
    void redrivesAllThatTheSameFailureParkedInRounds() {
        journal.undecodable.addAll(List.of("a:1", "b:1", "c:1"));
        journal.poison.add("d:1");
        try (var consumer = reading.started()) {
            log.append("a:1", "b:1", "b:2", "c:1", "d:1", "e:1");
            eventually(() -> journal.total() == 1 && consumer.health().parked() == 5);
            journal.undecodable.removeAll(List.of("a:1", "b:1"));

            RedriveRound first = consumer.parked().redriveAll("no such schema", null, 2);
            RedriveRound second = consumer.parked().redriveAll("no such schema", first.next(), 2);

            assertThat(first).isEqualTo(new RedriveRound(2, 2, 3, "b"));
            assertThat(second).isEqualTo(new RedriveRound(1, 0, 0, null));
            assertThat(consumer.parked().find("d").getFirst().attempts()).isEqualTo(1);
            journal.undecodable.clear();
            journal.poison.clear();
            assertThat(consumer.parked().redriveAll("", null, 100))
                    .isEqualTo(new RedriveRound(2, 2, 2, null));
            assertThat(journal.total()).isEqualTo(6);
        }
    }

    @Test
    void skipsAPoisonEventWithAReasonAndKeepsIt() {
        journal.poison.add("a:2");
        try (var consumer = reading.started()) {
            log.append("a:1", "a:2", "a:3");
            eventually(() -> parked(consumer, "a").size() == 2);

            assertThat(consumer.parked().skip("a", 3, "no", "m-x").outcome())
                    .isEqualTo(Redrive.Outcome.NOT_NEXT);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> consumer.parked().skip("a", 2, " ", "m-x"));
            Redrive skip =
                    consumer.parked().skip("a", 2, "written by a broken import", "m-exploitation");

            assertThat(skip).isEqualTo(new Redrive(Redrive.Outcome.CLEARED, 2, 0, null));
            assertThat(journal.texts("a"))
                    .containsExactly("a:1", "skipped: written by a broken import", "a:3");
            Document trace =
                    reading.database
                            .getCollection("parked_skipped")
                            .find(new Document("_id", "a:2"))
                            .first();
            assertThat(trace)
                    .containsEntry("reason", "written by a broken import")
                    .containsEntry("actor", "m-exploitation")
                    .containsKeys("decidedAt", "appliedAt", "value", "headers", "offset");
        }
    }

    @Test
    void skipsAnEventThatNeverArrived() {
        try (var consumer = reading.started()) {
            log.append("a:1", "a:3");
            eventually(() -> parked(consumer, "a").size() == 1);
            assertThat(consumer.parked().redrive("a").outcome())
                    .isEqualTo(Redrive.Outcome.MISSING_EVENT);

            assertThat(consumer.parked().skip("a", 2, "lost", "m-x").outcome())
                    .isEqualTo(Redrive.Outcome.CLEARED);

            assertThat(journal.texts("a")).containsExactly("a:1", "skipped: lost", "a:3");
        }
    }
}
