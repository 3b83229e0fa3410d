package relais.notices.notice;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import relais.notices.follower.Follower;

/**
 * Streams that say that there is another notice, and no more than that: whoever listens asks how
 * many are unread. One look at what was made lately serves all of a process, whichever process made
 * it. A stream ends after a while, and its reader connects again.
 */
@Component
public final class NoticeStreams {

    /** Of one follower: a few pages that are open at once, on a few devices. */
    static final int OF_A_FOLLOWER = 3;

    /** Of one process, some 160 kB of heap each: a third of what one machine gives it. */
    static final int MOST = 200;

    /** Shorter than the life of most tokens, which nobody looks at again meanwhile. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration RECONNECT = Duration.ofSeconds(5);

    /** So that a reader who is gone is noticed. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** Clocks of processes differ, and an insertion takes a moment. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    /** What is made in one look's time beyond this wakes everybody. */
    private static final int MOST_NEW = 1_000;

    private record Listener(SseEmitter emitter, String follower, List<String> audiences) {}

    private final MongoNotices notices;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private Set<String> said = Set.of();
    private Instant looked;
    private Instant spoke;
    private boolean closed;

    NoticeStreams(MongoNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
        this.looked = clock.instant();
        this.spoke = looked;
    }

    /** What came of the wish for a stream. */
    sealed interface NewStream {

        record Stream(SseEmitter emitter) implements NewStream {}

        /** This follower has as many as one may have. */
        record TooManyOfOne() implements NewStream {}

        /** This process has as many as it may have, or stops. */
        record Full() implements NewStream {}
    }

    synchronized NewStream open(Follower follower) {
        if (closed || listeners.size() >= MOST) {
            return new NewStream.Full();
        }
        String id = follower.id().value();
        if (listeners.stream().filter(each -> each.follower().equals(id)).count()
                >= OF_A_FOLLOWER) {
            return new NewStream.TooManyOfOne();
        }
        var emitter = new SseEmitter(LIFE.toMillis());
        var listener = new Listener(emitter, id, follower.audiences());
        listeners.add(listener);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> listeners.remove(listener));
        // The answer begins with the first word, and its reader waits for that.
        say(listener, SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment(""));
        return new NewStream.Stream(emitter);
    }

    /** How many there are. */
    int size() {
        return listeners.size();
    }

    /** Looks once for all. */
    public void look() {
        Instant now = clock.instant();
        if (listeners.isEmpty()) {
            looked = now;
            return;
        }
        List<Notice> made = notices.madeSince(looked.minus(OVERLAP), MOST_NEW);
        Set<String> addressed =
                made.stream()
                        .filter(notice -> !said.contains(notice.id()))
                        .flatMap(notice -> notice.audience().stream())
                        .collect(Collectors.toSet());
        said = made.stream().map(Notice::id).collect(Collectors.toSet());
        looked = now;
        boolean all = made.size() == MOST_NEW;
        boolean silent = spoke.plus(SILENCE).isBefore(now);
        if (silent) {
            spoke = now;
        }
        for (Listener each : listeners) {
            if (all || !Collections.disjoint(addressed, each.audiences())) {
                say(each, SseEmitter.event().name("notice").data("{}"));
            } else if (silent) {
                say(each, SseEmitter.event().comment(""));
            }
        }
    }

    private void say(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(listener);
        }
    }

    /** Ends all: they would hold up the web server's own graceful stop. */
    public synchronized void close() {
        closed = true;
        listeners.forEach(each -> each.emitter().complete());
    }
}
