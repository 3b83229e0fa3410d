/** The partner's desk: what one's partner writes, publishes, adopts and imports. */
@NullMarked
package relais.portal.experiences;

import org.jspecify.annotations.NullMarked;
