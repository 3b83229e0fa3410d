@NullMarked
package relais.history.figure;

import org.jspecify.annotations.NullMarked;
