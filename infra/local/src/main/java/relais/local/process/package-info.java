/**
 * Programs as child processes that never outlive this one: how to start, watch, stop and kill them.
 */
@NullMarked
package relais.local.process;

import org.jspecify.annotations.NullMarked;
