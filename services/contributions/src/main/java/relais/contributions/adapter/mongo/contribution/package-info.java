/** Contributions and working copies as documents. */
@NullMarked
package relais.contributions.adapter.mongo.contribution;

import org.jspecify.annotations.NullMarked;
