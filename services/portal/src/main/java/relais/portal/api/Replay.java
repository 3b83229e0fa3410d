package relais.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of the history told again. */
public record Replay(
        String id,
        String state,
        @Nullable Map<String, String> question,
        Target target,
        Progress progress,
        @Nullable Trouble trouble,
        Instant askedAt,
        Instant expiresAt) {

    private static final Set<String> MOVING = Set.of("QUEUED", "RUNNING", "WAITING");

    /** Whether it changes by itself. */
    public boolean isMoving() {
        return MOVING.contains(state);
    }

    public boolean isPaused() {
        return state.equals("PAUSED");
    }

    public boolean isReady() {
        return state.equals("READY");
    }

    public boolean hasFailed() {
        return state.equals("FAILED");
    }

    public record Target(
            String kind,
            @Nullable String topic,
            @Nullable String format,
            @Nullable String speed,
            @Nullable Long bytes) {

        public boolean isFile() {
            return kind.equals("FILE");
        }
    }

    /** How far it is, percent from 0 to 100; secondsLeft is absent if it stands still. */
    public record Progress(
            double percent,
            long read,
            long of,
            long events,
            long bytes,
            long eventsPerSecond,
            @Nullable Long secondsLeft) {}

    public record Trouble(String code, String message, Instant since) {}

    public record Estimate(String upTo, long read, long events, long bytes, List<OfType> types) {}

    public record OfType(@Nullable String type, long events, long bytes) {

        /** The last part of its type. */
        public @Nullable String name() {
            return type == null ? null : type.substring(type.lastIndexOf('.') + 1);
        }
    }
}
