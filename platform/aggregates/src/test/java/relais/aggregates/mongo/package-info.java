@NullMarked
package relais.aggregates.mongo;

import org.jspecify.annotations.NullMarked;
