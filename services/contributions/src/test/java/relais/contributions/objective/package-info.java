@NullMarked
package relais.contributions.objective;

import org.jspecify.annotations.NullMarked;
