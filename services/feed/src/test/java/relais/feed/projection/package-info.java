@NullMarked
package relais.feed.projection;

import org.jspecify.annotations.NullMarked;
