@NullMarked
package relais.portal.review;

import org.jspecify.annotations.NullMarked;
