/** Partners: who takes part, who signed the charter, who may act for whom. */
@NullMarked
package relais.partners.partner;

import org.jspecify.annotations.NullMarked;
