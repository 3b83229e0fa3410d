package relais.history.replay;

import java.time.Instant;
import java.util.Map;
import relais.history.timeline.EventFilter;
import relais.log.Offsets;

/**
 * A part of the history that someone wants told again, and what has become of it.
 *
 * @param id names it; {@code r-} and a UUID
 * @param account who asked: a mandate or the fingerprint of an account, never a person
 * @param question the request as it was sent, to be shown
 * @param whole whether who asked may read all texts, also those that not everyone may read
 * @param from the log is read from here
 * @param to up to here, excluded
 * @param expiresAt when it is removed with all that it made
 * @param wanted what its owner wants of it
 * @param played how many events of a stream a listener has heard: the furthest of them
 */
public record Replay(
        String id,
        String account,
        Map<String, String> question,
        EventFilter filter,
        boolean whole,
        Offsets from,
        Offsets to,
        Target target,
        Instant askedAt,
        Instant expiresAt,
        Wanted wanted,
        long played,
        Course course) {

    public Replay {
        question = Map.copyOf(question);
    }

    /** One that nobody has worked on. */
    public static Replay asked(
            String id,
            String account,
            Map<String, String> question,
            EventFilter filter,
            boolean whole,
            Offsets from,
            Offsets to,
            Target target,
            Instant askedAt,
            Instant expiresAt) {
        return new Replay(
                id,
                account,
                question,
                filter,
                whole,
                from,
                to,
                target,
                askedAt,
                expiresAt,
                Wanted.RUN,
                0,
                Course.begin(Progress.between(from, to)));
    }

    /** As its owner sees it: what is to be removed is cancelled, whoever still works on it. */
    public ReplayState state() {
        return switch (wanted) {
            case CANCEL -> ReplayState.CANCELLED;
            // Nobody runs it, so nobody will say so.
            case PAUSE ->
                    course.state() == ReplayState.QUEUED ? ReplayState.PAUSED : course.state();
            case RUN -> course.state();
        };
    }

    public boolean isOver(Instant now) {
        return wanted == Wanted.CANCEL || !now.isBefore(expiresAt);
    }
}
