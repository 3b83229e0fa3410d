/** The reference of territories, as this service asks it. */
@NullMarked
package relais.contributions.adapter.territories;

import org.jspecify.annotations.NullMarked;
