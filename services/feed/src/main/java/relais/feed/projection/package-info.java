/** From events to cards and activities: pure functions, the same live and in a rebuild. */
@NullMarked
package relais.feed.projection;

import org.jspecify.annotations.NullMarked;
