/** How actions are kept in MongoDB. */
@NullMarked
package relais.contributions.adapter.mongo.action;

import org.jspecify.annotations.NullMarked;
