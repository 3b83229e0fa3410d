/** The desk of analysts: events, series, comparisons, replays, and the proof of every figure. */
@NullMarked
package relais.portal.analysis;

import org.jspecify.annotations.NullMarked;
