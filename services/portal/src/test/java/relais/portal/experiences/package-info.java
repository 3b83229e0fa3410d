@NullMarked
package relais.portal.experiences;

import org.jspecify.annotations.NullMarked;
