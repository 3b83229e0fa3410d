/**
 * How the measures of an indicator are read: one rule for the service that decides on objectives
 * and for the one that shows them, so that both tell the same figure. It knows only Java.
 */
@NullMarked
package relais.indicators;

import org.jspecify.annotations.NullMarked;
