@NullMarked
package relais.contributions.workingday;

import org.jspecify.annotations.NullMarked;
