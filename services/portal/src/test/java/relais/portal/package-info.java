/** The portal as a whole, before services and an issuer that the tests play themselves. */
@NullMarked
package relais.portal;

import org.jspecify.annotations.NullMarked;
