@NullMarked
package relais.history.replay;

import org.jspecify.annotations.NullMarked;
