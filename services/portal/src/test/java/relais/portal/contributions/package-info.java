@NullMarked
package relais.portal.contributions;

import org.jspecify.annotations.NullMarked;
