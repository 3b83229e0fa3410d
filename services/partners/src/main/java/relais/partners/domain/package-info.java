/** What a partner is and which rules it obeys: plain Java, no framework, no clock, no store. */
@NullMarked
package relais.partners.domain;

import org.jspecify.annotations.NullMarked;
