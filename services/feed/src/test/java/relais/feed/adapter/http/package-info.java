@NullMarked
package relais.feed.adapter.http;

import org.jspecify.annotations.NullMarked;
