@NullMarked
package relais.portal.timemachine;

import org.jspecify.annotations.NullMarked;
