/** What somebody follows, what they are told, and how they are told it by e-mail. */
@NullMarked
package relais.portal.notices;

import org.jspecify.annotations.NullMarked;
