@NullMarked
package relais.portal.api;

import org.jspecify.annotations.NullMarked;
