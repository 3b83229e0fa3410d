package relais.aggregates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The event that the service answers.
 *
 * @param event as {@code aggregateId:version}
 * @param archivedAt when it happened, if it was imported from an archive: then the answer belongs
 *     to that time too. Absent for what happened now
 */
public record Cause(String event, @Nullable Instant archivedAt) {}
