/**
 * Relais on one machine: {@link relais.local.LocalStack} starts every part as a process of its own,
 * in the order of their needs, and stops them again. The {@code relais} script and the acceptance
 * tests are its users.
 */
@NullMarked
package relais.local;

import org.jspecify.annotations.NullMarked;
