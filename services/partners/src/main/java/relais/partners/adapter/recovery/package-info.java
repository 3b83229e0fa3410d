/** What comes back of this service, beside its aggregates, after its store was lost. */
@NullMarked
package relais.partners.adapter.recovery;

import org.jspecify.annotations.NullMarked;
