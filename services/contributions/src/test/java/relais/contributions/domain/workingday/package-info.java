@NullMarked
package relais.contributions.domain.workingday;

import org.jspecify.annotations.NullMarked;
