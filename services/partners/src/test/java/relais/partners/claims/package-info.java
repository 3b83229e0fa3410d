@NullMarked
package relais.partners.claims;

import org.jspecify.annotations.NullMarked;
