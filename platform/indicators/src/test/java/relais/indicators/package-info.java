@NullMarked
package relais.indicators;

import org.jspecify.annotations.NullMarked;
