package relais.contributions.contribution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The drafters hold the text ready for a consultation.
 *
 * @param at when they said so
 * @param note what they said with it
 */
record Submission(Instant at, @Nullable String note) {}
