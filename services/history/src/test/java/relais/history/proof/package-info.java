@NullMarked
package relais.history.proof;

import org.jspecify.annotations.NullMarked;
