package relais.portal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Card;
import relais.portal.api.ExperienceText;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.Named;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/**
 * The card of an experience that is under review, made of what its own service says. The feed shows
 * such cards to the committee alone; an académie, which reviews them too, sees them so.
 */
@Component
record WrittenCards(Remote<ExperiencesApi> experiences, Naming naming, Words words) {

    /** What its own service says of an experience; since is null if it was never returned. */
    record WrittenCard(Card card, ReviewedCards.@Nullable Since since) {}

    Answer<WrittenCard> find(String id) {
        return experiences.ask(api -> api.experience(id)).map(this::found);
    }

    private WrittenCard found(WrittenExperience written) {
        ExperienceText text = Objects.requireNonNull(written.text(), "reviewers see the text");
        WrittenExperience.Returned returned = written.returned();
        var ids = new ArrayList<@Nullable String>();
        ids.add(written.partner());
        ids.add(text.territory());
        ids.add(text.competentPartner());
        if (returned != null) {
            ids.add(returned.text().territory());
            ids.add(returned.text().competentPartner());
        }
        NameBook names = naming.of(ids);
        var now =
                new WrittenExperience.Returned(
                        text, written.reason(), written.comments(), written.updatedAt());
        Card card = card(written, Objects.requireNonNullElse(written.status(), ""), now, names);
        if (returned == null) {
            return new WrittenCard(card, null);
        }
        Card before = card(written, "RETURNED", returned, names);
        return new WrittenCard(
                card, new ReviewedCards.Since(before, FieldChanges.between(before, card, words)));
    }

    /** The experience as it stood with this text, and what its reviewers had said of it. */
    private static Card card(
            WrittenExperience written,
            String status,
            WrittenExperience.Returned stood,
            NameBook names) {
        ExperienceText text = stood.text();
        String territory = Objects.requireNonNullElse(text.territory(), "");
        return new Card(
                written.id(),
                written.version(),
                "EXPERIENCE",
                status,
                text.title(),
                text.preview(),
                named(written.partner(), names),
                new Named(territory, names.of(territory)),
                text.level(),
                text.axes(),
                text.tags(),
                null,
                stood.returnedAt(),
                written.confirmedOn(),
                false,
                false,
                stood.reason(),
                0,
                null,
                null,
                null,
                stood.returnedAt(),
                null,
                text.onCard(named(text.competentPartner(), names), stood.comments()),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static @Nullable Named named(@Nullable String id, NameBook names) {
        return id == null ? null : new Named(id, names.of(id));
    }
}
