/** The commands of the {@code relais} script. */
@NullMarked
package relais.local.command;

import org.jspecify.annotations.NullMarked;
