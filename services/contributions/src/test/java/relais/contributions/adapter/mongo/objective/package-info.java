@NullMarked
package relais.contributions.adapter.mongo.objective;

import org.jspecify.annotations.NullMarked;
