package relais.contributions.action;

import java.time.Instant;

/**
 * What its lead said of an action.
 *
 * @param percent how much was done by then, from 0 to 100
 */
public record ProgressReport(int percent, String report, Instant at) {}
