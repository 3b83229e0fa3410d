package relais.portal.contributions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.account.Person;
import relais.portal.api.Contribution;

/**
 * Who looks at a contribution, and when, so that a page offers what makes sense for them. It
 * decides nothing: the service does.
 *
 * @param secretary whether they are of the committee's secretariat
 * @param signatory whether their partner is one of the committee's signatories
 * @param now after a deadline there is nothing more to answer
 */
public record Reader(@Nullable String partner, boolean secretary, boolean signatory, Instant now) {

    /** If nobody could say who the signatories are, a member counts as one. */
    static Reader of(@Nullable Person person, Names.PartnerNames names, Instant now) {
        String partner = person == null ? null : person.partner();
        boolean signatory =
                partner != null && (names.signatories().isEmpty() || names.isSignatory(partner));
        return new Reader(partner, person != null && person.is("committee"), signatory, now);
    }

    public boolean opens() {
        return secretary || signatory;
    }

    public boolean drafts(List<String> drafters) {
        return partner != null && drafters.contains(partner);
    }

    /** Whether they may change text and evidence, and answer amendments. */
    public boolean writes(Contribution contribution) {
        return contribution.is("DRAFTING") && drafts(contribution.drafters());
    }

    public boolean amends(Contribution contribution) {
        return contribution.is("DRAFTING") && signatory && !contribution.sections().isEmpty();
    }

    public boolean answers(Contribution contribution) {
        return contribution.is("CONSULTATION")
                && contribution.asks(partner)
                && !isOver(contribution);
    }

    /** Whether the deadline of its consultation has passed, by this machine's clock. */
    public boolean isOver(Contribution contribution) {
        Contribution.Consultation consultation = contribution.consultation();
        return consultation != null && !now.isBefore(consultation.deadline());
    }

    /** Whether they may tell the secretariat that the text is ready. */
    public boolean submits(Contribution contribution) {
        return writes(contribution)
                && contribution.submittedAt() == null
                && !contribution.sections().isEmpty()
                && contribution.openAmendments().isEmpty();
    }

    /** Whether they open, close and conclude consultations. */
    public boolean consults(Contribution contribution) {
        return secretary
                && (contribution.is("CONSULTATION")
                        || (contribution.is("DRAFTING") && !contribution.sections().isEmpty()));
    }

    public boolean withdraws(Contribution contribution) {
        return (contribution.is("DRAFTING") || contribution.is("CONSULTATION"))
                && (secretary || drafts(contribution.drafters()));
    }

    public boolean replaces(Contribution contribution) {
        return contribution.is("ADOPTED") && opens();
    }
}
