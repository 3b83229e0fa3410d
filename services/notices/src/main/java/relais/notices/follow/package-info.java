/** What people follow. */
@NullMarked
package relais.notices.follow;

import org.jspecify.annotations.NullMarked;
