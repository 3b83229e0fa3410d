/** When digests are due. */
@NullMarked
package relais.notices.digest;

import org.jspecify.annotations.NullMarked;
