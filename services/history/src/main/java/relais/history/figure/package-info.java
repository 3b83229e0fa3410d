/**
 * What counts of the log, and how it is counted: the life of each aggregate folded from its events,
 * compared between two instants or plotted over time. Rules without I/O, on columns that are small
 * enough for the whole log to stay in memory.
 */
@NullMarked
package relais.history.figure;

import org.jspecify.annotations.NullMarked;
