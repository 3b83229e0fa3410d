@NullMarked
package relais.history.timeline;

import org.jspecify.annotations.NullMarked;
