@NullMarked
package relais.history.catchup;

import org.jspecify.annotations.NullMarked;
