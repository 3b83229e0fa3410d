/** Partners: who takes part, who signed the charter, who may act for whom. */
@NullMarked
package relais.partners;

import org.jspecify.annotations.NullMarked;
