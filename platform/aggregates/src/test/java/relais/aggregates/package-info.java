@NullMarked
package relais.aggregates;

import org.jspecify.annotations.NullMarked;
