@NullMarked
package relais.contributions.adapter.mongo.contribution;

import org.jspecify.annotations.NullMarked;
