/** Working days of the partners: agenda, decisions and minutes. */
@NullMarked
package relais.contributions.workingday;

import org.jspecify.annotations.NullMarked;
