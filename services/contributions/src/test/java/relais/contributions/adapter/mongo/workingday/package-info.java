@NullMarked
package relais.contributions.adapter.mongo.workingday;

import org.jspecify.annotations.NullMarked;
