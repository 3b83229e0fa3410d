@NullMarked
package relais.partners.adapter.kafka;

import org.jspecify.annotations.NullMarked;
