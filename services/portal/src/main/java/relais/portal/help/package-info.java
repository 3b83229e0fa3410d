/** Pages that help: how Relais works, its words, who runs it, whom to write to. */
@NullMarked
package relais.portal.help;

import org.jspecify.annotations.NullMarked;
