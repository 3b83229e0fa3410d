/** The committee's desk: what waits for review, and what is put forward or hidden. */
@NullMarked
package relais.portal.review;

import org.jspecify.annotations.NullMarked;
