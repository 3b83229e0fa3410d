@NullMarked
package relais.contributions.domain.objective;

import org.jspecify.annotations.NullMarked;
