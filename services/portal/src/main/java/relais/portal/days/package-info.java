/** The committee's desk: working days, their agendas, minutes and reports. */
@NullMarked
package relais.portal.days;

import org.jspecify.annotations.NullMarked;
