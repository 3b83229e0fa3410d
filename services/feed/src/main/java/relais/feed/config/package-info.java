/** What Spring wires. */
@NullMarked
package relais.feed.config;

import org.jspecify.annotations.NullMarked;
