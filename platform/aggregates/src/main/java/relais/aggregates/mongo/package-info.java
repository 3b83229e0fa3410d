/** Aggregates and replicas as MongoDB documents. */
@NullMarked
package relais.aggregates.mongo;

import org.jspecify.annotations.NullMarked;
