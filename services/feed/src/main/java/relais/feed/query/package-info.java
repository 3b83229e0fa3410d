/** What a reader may ask and may see, without a store and without HTTP. */
@NullMarked
package relais.feed.query;

import org.jspecify.annotations.NullMarked;
