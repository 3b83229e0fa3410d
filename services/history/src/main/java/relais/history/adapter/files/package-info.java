/** What replays leave on the disk of this machine. */
@NullMarked
package relais.history.adapter.files;

import org.jspecify.annotations.NullMarked;
