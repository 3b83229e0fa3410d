/** Territories over HTTP. */
@NullMarked
package relais.partners.territory;

import org.jspecify.annotations.NullMarked;
