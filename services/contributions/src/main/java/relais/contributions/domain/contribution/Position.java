package relais.contributions.domain.contribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.PartnerId;

/**
 * What one signatory answers.
 *
 * @param takenAt when it last said so
 */
public record Position(
        PartnerId partner, PositionChoice choice, @Nullable String reason, Instant takenAt) {}
