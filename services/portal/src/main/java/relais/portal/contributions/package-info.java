/**
 * The desk where signatories of the charter and the committee's secretariat write contributions
 * together: text, evidence, amendments, consultation, adoption.
 */
@NullMarked
package relais.portal.contributions;

import org.jspecify.annotations.NullMarked;
