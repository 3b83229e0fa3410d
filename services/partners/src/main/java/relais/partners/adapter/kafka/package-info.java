/** Partner events in the published language. */
@NullMarked
package relais.partners.adapter.kafka;

import org.jspecify.annotations.NullMarked;
