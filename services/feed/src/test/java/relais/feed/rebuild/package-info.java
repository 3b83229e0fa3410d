@NullMarked
package relais.feed.rebuild;

import org.jspecify.annotations.NullMarked;
