package relais.recovery;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.outbox.RestoredAggregates;

/** Aggregates that are texts, in memory. */
final class Texts implements RestoredAggregates<String> {

    private final Map<String, Kept<String>> kept = new TreeMap<>();
    int writes;

    /** Fails once after so many writes, as a process that is killed. */
    int dieAfter = Integer.MAX_VALUE;

    /** Happens once, right before the next write. */
    Runnable rival = () -> {};

    AggregateKind<String> kind() {
        return new AggregateKind<>("texts", "t-", Texts::next, this);
    }

    private static String next(@Nullable String before, LoggedEvent event, Envelope envelope) {
        String word = new String(event.value(), StandardCharsets.UTF_8);
        if (word.startsWith("!")) {
            throw new IllegalArgumentException("no word: " + word);
        }
        return before == null ? word : before + " " + word;
    }

    void put(String id, long version, String text) {
        kept.put(id, new Kept<>(version, text));
    }

    @Nullable String text(String id) {
        Kept<String> found = kept.get(id);
        return found == null ? null : found.state();
    }

    long version(String id) {
        Kept<String> found = kept.get(id);
        return found == null ? 0 : found.version();
    }

    boolean isThere(String id) {
        return kept.containsKey(id);
    }

    @Override
    public Map<String, Kept<String>> find(Collection<String> ids) {
        Map<String, Kept<String>> found = new HashMap<>(kept);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public boolean restore(String id, long expectedVersion, long version, String state) {
        return write(id, expectedVersion, new Kept<>(version, state));
    }

    @Override
    public boolean setAside(String id, long expectedVersion, String because) {
        return write(id, expectedVersion, new Kept<>(expectedVersion, null));
    }

    private boolean write(String id, long expectedVersion, Kept<String> next) {
        if (writes++ >= dieAfter) {
            dieAfter = Integer.MAX_VALUE;
            throw new IllegalStateException("killed");
        }
        Runnable first = rival;
        rival = () -> {};
        first.run();
        if (version(id) != expectedVersion) {
            return false;
        }
        kept.put(id, next);
        return true;
    }
}
