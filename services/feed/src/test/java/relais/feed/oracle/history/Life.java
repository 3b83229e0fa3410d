package relais.feed.oracle.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What happens to one aggregate, in an order that its service would let happen. */
abstract class Life {

    static final String FRANCE = "pays:FR";

    final World world;
    final Dice dice;
    final Prose prose;
    final String id;
    final String topic;

    /** The home territory: the records' key, for ever. */
    final String key;

    private long version;
    private int archived;
    private Duration ago = Duration.ZERO;
    private Instant last = Instant.MIN;
    private boolean over;

    Life(World world, String id, String topic, String key) {
        this.world = world;
        this.dice = world.dice();
        this.prose = world.prose();
        this.id = id;
        this.topic = topic;
        this.key = key;
    }

    /** The next thing that happens; null if nothing can at the moment. */
    abstract @Nullable Turn next();

    long version() {
        return version;
    }

    /** The version that the event now being made gives it. */
    long nextVersion() {
        return version + 1;
    }

    /** Its first events are told afterwards, so long after they happened. */
    void archived(int events, Duration before) {
        archived = events;
        ago = before;
    }

    boolean isArchived() {
        return version < archived;
    }

    /** When its next event happens by the clock of whoever writes it. */
    Instant now() {
        return isArchived() ? world.now().minus(ago) : world.now();
    }

    LocalDate today() {
        return now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    Instant last() {
        return last;
    }

    void happened(Instant at) {
        version++;
        last = at;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
