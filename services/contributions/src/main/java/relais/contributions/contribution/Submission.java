package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The drafters hold the text ready for a consultation.
 *
 * @param at when they said so
 * @param note what they said with it
 */
record Submission(Instant at, @Nullable String note) {}
