@NullMarked
package relais.portal.share;

import org.jspecify.annotations.NullMarked;
