@NullMarked
package relais.feed.adapter.mongo;

import org.jspecify.annotations.NullMarked;
