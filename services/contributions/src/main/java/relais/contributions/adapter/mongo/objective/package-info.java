/** How objectives are kept in MongoDB. */
@NullMarked
package relais.contributions.adapter.mongo.objective;

import org.jspecify.annotations.NullMarked;
