@NullMarked
package relais.aggregates.log;

import org.jspecify.annotations.NullMarked;
