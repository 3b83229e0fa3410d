/** The front page, the committee's texts and objectives, and the pages of an axis and of a tag. */
@NullMarked
package relais.portal.library;

import org.jspecify.annotations.NullMarked;
