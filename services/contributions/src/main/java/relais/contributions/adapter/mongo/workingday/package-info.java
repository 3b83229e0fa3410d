/** How working days are kept in MongoDB. */
@NullMarked
package relais.contributions.adapter.mongo.workingday;

import org.jspecify.annotations.NullMarked;
