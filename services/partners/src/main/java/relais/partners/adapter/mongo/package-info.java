/** Partners, claims and persons in MongoDB, one collection each. */
@NullMarked
package relais.partners.adapter.mongo;

import org.jspecify.annotations.NullMarked;
