/**
 * The pages where the committee's signatories and the committee's secretariat write contributions
 * together: text, evidence, amendments, consultation, adoption.
 */
@NullMarked
package relais.portal.contributions;

import org.jspecify.annotations.NullMarked;
