@NullMarked
package relais.recovery;

import org.jspecify.annotations.NullMarked;
