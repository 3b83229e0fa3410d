@NullMarked
package relais.portal.guide;

import org.jspecify.annotations.NullMarked;
