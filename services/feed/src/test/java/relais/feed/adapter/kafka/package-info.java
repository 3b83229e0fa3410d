@NullMarked
package relais.feed.adapter.kafka;

import org.jspecify.annotations.NullMarked;
