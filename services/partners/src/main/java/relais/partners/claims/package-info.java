/** Names of which the whole partnership has one each. */
@NullMarked
package relais.partners.claims;

import org.jspecify.annotations.NullMarked;
