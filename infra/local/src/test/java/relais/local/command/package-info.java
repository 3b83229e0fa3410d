@NullMarked
package relais.local.command;

import org.jspecify.annotations.NullMarked;
