/**
 * Several models of the same log side by side, of which one serves: how another is built, compared,
 * put in its place, and taken away again. Knows neither Kafka nor MongoDB.
 */
@NullMarked
package relais.feed.rebuild;

import org.jspecify.annotations.NullMarked;
