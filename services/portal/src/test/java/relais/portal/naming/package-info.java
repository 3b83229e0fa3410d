@NullMarked
package relais.portal.naming;

import org.jspecify.annotations.NullMarked;
