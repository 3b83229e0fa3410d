package relais.recovery;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import relais.log.LogPartition;
import relais.teststack.MemoryLog;

/** A log whose events add words to an aggregate's text. */
final class WordLog extends MemoryLog {

    /** Appends an event that adds a word; a word that begins with {@code !} cannot be read. */
    WordLog tell(int partition, String id, long sequence, String word) {
        Map<String, String> headers =
                Map.of(
                        "ce_id",
                        id + ":" + sequence,
                        "ce_type",
                        "Word",
                        "ce_subject",
                        id,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        "2026-03-02T09:00:00.000Z",
                        "ce_territory",
                        "pays:FR");
        return tell(partition, headers, word);
    }

    WordLog nonsense(int partition) {
        return tell(partition, Map.of(), "?");
    }

    private WordLog tell(int partition, Map<String, String> headers, String word) {
        append(
                new LogPartition("topic", partition),
                "pays:FR",
                headers,
                word.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
