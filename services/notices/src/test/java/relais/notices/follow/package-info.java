/** What a search matches. */
@NullMarked
package relais.notices.follow;

import org.jspecify.annotations.NullMarked;
