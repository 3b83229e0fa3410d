package relais.outbox;

import java.time.Instant;
import java.util.List;

/**
 * A new aggregate that was written as taken: its records are known without reading them.
 *
 * @param version that it was written with
 * @param since as the document has it
 * @param until nothing more is sent after it, by {@link System#nanoTime}
 */
record Claim(long version, Instant since, long until, List<Outbox.Numbered> records) {}
