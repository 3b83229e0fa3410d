/** Who acts for partners, and which organisations are partners. */
@NullMarked
package relais.portal.people;

import org.jspecify.annotations.NullMarked;
