@NullMarked
package relais.limits;

import org.jspecify.annotations.NullMarked;
