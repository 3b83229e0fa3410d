/** The forms in which events are taken away. */
@NullMarked
package relais.history.adapter.format;

import org.jspecify.annotations.NullMarked;
