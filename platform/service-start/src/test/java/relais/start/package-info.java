@NullMarked
package relais.start;

import org.jspecify.annotations.NullMarked;
