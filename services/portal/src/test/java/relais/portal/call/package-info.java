@NullMarked
package relais.portal.call;

import org.jspecify.annotations.NullMarked;
