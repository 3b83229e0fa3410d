/** Jobs that tell a part of the history again: into a topic, a file, or a paced stream. */
@NullMarked
package relais.history.replay;

import org.jspecify.annotations.NullMarked;
