@NullMarked
package relais.portal.library;

import org.jspecify.annotations.NullMarked;
