@NullMarked
package relais.experiences.adapter.kafka;

import org.jspecify.annotations.NullMarked;
