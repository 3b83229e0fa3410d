/**
 * How an operator compares a store with the log and asks for a recovery, and what others are told.
 */
@NullMarked
package relais.recovery.http;

import org.jspecify.annotations.NullMarked;
