@NullMarked
package relais.contributions.adapter.mongo.message;

import org.jspecify.annotations.NullMarked;
