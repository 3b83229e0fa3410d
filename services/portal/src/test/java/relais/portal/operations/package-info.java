@NullMarked
package relais.portal.operations;

import org.jspecify.annotations.NullMarked;
