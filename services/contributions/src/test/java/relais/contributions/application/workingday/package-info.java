@NullMarked
package relais.contributions.application.workingday;

import org.jspecify.annotations.NullMarked;
