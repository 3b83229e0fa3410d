@NullMarked
package relais.portal.analysis;

import org.jspecify.annotations.NullMarked;
