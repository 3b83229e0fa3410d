package relais.recovery.http;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.recovery.Finding;
import relais.recovery.Loss;
import relais.recovery.RecoveryReport;
import relais.recovery.RecoveryStatus;
import relais.recovery.Tally;

/**
 * A recovery for operators.
 *
 * @param percent of the records to read
 * @param events to read in all topics
 * @param readers what was taken in again from topics, by Kafka group
 * @param derived what was made sure of besides
 * @param findings how many things to look at; {@code found} has the first hundred
 * @param lost what the log does not have, once all is done
 */
record RecoveryJson(
        RecoveryStatus.State state,
        int percent,
        @Nullable String because,
        @Nullable String by,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long events,
        long read,
        List<Tally> aggregates,
        List<RecoveryReport.Counted> readers,
        List<RecoveryReport.Counted> derived,
        long findings,
        List<Finding> found,
        List<LossJson> lost) {

    /**
     * @param words what is lost, in the reader's language
     * @param count how many, if anything tells
     */
    record LossJson(String what, String words, @Nullable Long count, List<String> examples) {}

    static RecoveryJson of(RecoveryStatus status, Function<Loss, String> words) {
        RecoveryReport report = status.report();
        return new RecoveryJson(
                status.state(),
                status.percent(),
                status.because(),
                status.by(),
                status.startedAt(),
                status.endedAt(),
                report.events(),
                report.read(),
                report.aggregates(),
                report.readers(),
                report.derived(),
                report.findings(),
                report.found(),
                report.lost().stream()
                        .map(
                                loss ->
                                        new LossJson(
                                                loss.what(),
                                                words.apply(loss),
                                                loss.count(),
                                                loss.examples()))
                        .toList());
    }
}
