@NullMarked
package relais.history;

import org.jspecify.annotations.NullMarked;
