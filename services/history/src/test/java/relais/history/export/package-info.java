@NullMarked
package relais.history.export;

import org.jspecify.annotations.NullMarked;
