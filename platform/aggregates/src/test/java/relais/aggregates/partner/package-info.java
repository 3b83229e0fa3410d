@NullMarked
package relais.aggregates.partner;

import org.jspecify.annotations.NullMarked;
