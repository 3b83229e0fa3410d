/** Messages, their authors' keys and what they posted lately, in MongoDB. */
@NullMarked
package relais.contributions.adapter.mongo.message;

import org.jspecify.annotations.NullMarked;
