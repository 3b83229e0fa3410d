@NullMarked
package relais.feed.query;

import org.jspecify.annotations.NullMarked;
