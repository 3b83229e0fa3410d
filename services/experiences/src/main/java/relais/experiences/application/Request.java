package relais.experiences.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Actor;

/**
 * On whose behalf a command comes, and from where.
 *
 * @param occurredAt when it happened, for an archive; absent for what happens now
 * @param importRow the key of the imported row; absent for what is asked directly
 */
public record Request(Actor actor, @Nullable Instant occurredAt, @Nullable String importRow) {

    /** Asked now, directly. */
    public static Request now(Actor actor) {
        return new Request(actor, null, null);
    }
}
