@NullMarked
package relais.partners.partner;

import org.jspecify.annotations.NullMarked;
