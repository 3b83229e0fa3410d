package relais.local.verify;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events that the log tells more than once. Whether they say the same each time takes a second
 * reading, in which only their fingerprints are remembered. A crash between publishing and
 * forgetting repeats events, so these are few; there is a bound all the same.
 */
final class Repeats {

    private static final int MOST = 100_000;
    private static final byte[] NOT_READ = {};

    private final Map<String, byte[]> fingerprints = new TreeMap<>();
    private long tooMany;

    void add(LogRecord.Event event) {
        if (fingerprints.size() < MOST || fingerprints.containsKey(event.id())) {
            fingerprints.put(event.id(), NOT_READ);
        } else {
            tooMany++;
        }
    }

    boolean isEmpty() {
        return fingerprints.isEmpty();
    }

    /** The second reading of the log, from its beginning. */
    void read(LogRecord log, Findings findings) {
        LogRecord.Event event = log.event();
        byte[] first = event == null ? null : fingerprints.get(event.id());
        if (event == null || first == null) {
            return;
        }
        byte[] fingerprint = LogDigest.of(log);
        if (first.length == 0) {
            fingerprints.put(event.id(), fingerprint);
        } else if (Arrays.equals(first, fingerprint)) {
            findings.add(Kind.EVENT_REPEATED, event.id(), "", log.place());
        } else {
            findings.add(Kind.EVENT_ALTERED, event.id(), "", log.place());
        }
    }

    void conclude(Findings findings) {
        if (tooMany > 0) {
            findings.add(Kind.EVENTS_NOT_COMPARED, tooMany, "", "");
        }
    }
}
