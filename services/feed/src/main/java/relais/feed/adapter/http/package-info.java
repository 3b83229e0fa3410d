/** The reads as JSON, Atom and server-sent events. */
@NullMarked
package relais.feed.adapter.http;

import org.jspecify.annotations.NullMarked;
