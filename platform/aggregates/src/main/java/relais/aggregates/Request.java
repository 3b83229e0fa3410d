package relais.aggregates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * On whose behalf a command comes, and from where.
 *
 * @param occurredAt when it happened, for an archive; absent for what happens now
 * @param importRow the key of the imported row; absent for what is asked directly
 * @param cause the event that the service answers, as {@code aggregateId:version}; absent for what
 *     someone asks
 */
public record Request(
        Actor actor,
        @Nullable Instant occurredAt,
        @Nullable String importRow,
        @Nullable String cause) {

    /** Asked now, directly. */
    public static Request now(Actor actor) {
        return new Request(actor, null, null, null);
    }

    /** Told afterwards, by an archive. */
    public static Request archived(Actor actor, Instant occurredAt, String importRow) {
        return new Request(actor, occurredAt, importRow, null);
    }

    /** The service's own answer to an event, at that event's time if it was imported. */
    public static Request answering(Cause cause) {
        return new Request(Actor.SERVICE, cause.archivedAt(), null, cause.event());
    }

    boolean isArchive() {
        return occurredAt != null;
    }
}
