@NullMarked
package relais.observability;

import org.jspecify.annotations.NullMarked;
