/**
 * Checks, over HTTP alone, that a deployment's log is whole and that its services agree with it.
 */
@NullMarked
package relais.local.verify;

import org.jspecify.annotations.NullMarked;
