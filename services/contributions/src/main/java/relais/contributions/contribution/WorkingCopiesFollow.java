package relais.contributions.contribution;

import java.util.Optional;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;

/**
 * Working copies go with what they were for: the publisher's own when its text is published, all of
 * them when the text is frozen or withdrawn. Done where changes are written, so that it holds for
 * imports too. A crash in between leaves a copy that says which text version it began from.
 */
public record WorkingCopiesFollow(
        Aggregates<Contribution, ContributionEvent> contributions, WorkingCopies copies)
        implements Aggregates<Contribution, ContributionEvent> {

    @Override
    public Optional<Stored<Contribution>> find(String id) {
        return contributions.find(id);
    }

    @Override
    public boolean create(Change<Contribution, ContributionEvent> creation) {
        return contributions.create(creation);
    }

    @Override
    public boolean save(Change<Contribution, ContributionEvent> change) {
        boolean saved = contributions.save(change);
        if (saved) {
            change.events().forEach(event -> follow(event, change));
        }
        return saved;
    }

    private void follow(ContributionEvent event, Change<Contribution, ContributionEvent> change) {
        ContributionId id = change.after().id();
        PartnerId partner = change.actor().partner();
        switch (event) {
            case ContributionEvent.Drafted _ when partner != null -> copies.deleteOf(id, partner);
            case ContributionEvent.ConsultationOpened _, ContributionEvent.Withdrawn _ ->
                    copies.deleteAllOf(id);
            default -> {
                // The text may still be worked on as it was.
            }
        }
    }
}
