@NullMarked
package relais.portal.days;

import org.jspecify.annotations.NullMarked;
