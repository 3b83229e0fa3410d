@NullMarked
package relais.portal.plan;

import org.jspecify.annotations.NullMarked;
