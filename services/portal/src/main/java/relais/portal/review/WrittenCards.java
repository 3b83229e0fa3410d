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
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;

/**
 * The card of an experience that is under review, made of what its own service says. The feed shows
 * such cards to the committee alone; an académie, which reviews them too, sees them so.
 */
@Component
class WrittenCards {

    private final ExperiencesApi experiences;
    private final Naming naming;
    private final Calls calls;

    WrittenCards(ExperiencesApi experiences, Naming naming, Calls calls) {
        this.experiences = experiences;
        this.naming = naming;
        this.calls = calls;
    }

    Answer<Card> find(String id) {
        return calls.ask(Service.EXPERIENCES, () -> experiences.experience(id)).map(this::card);
    }

    private Card card(WrittenExperience written) {
        ExperienceText text = Objects.requireNonNull(written.text(), "reviewers see the text");
        var ids = new ArrayList<@Nullable String>();
        ids.add(written.partner());
        ids.add(text.territory());
        ids.add(text.competentPartner());
        NameBook names = naming.of(ids);
        List<Card.Comment> comments =
                written.comments().stream()
                        .map(each -> new Card.Comment(each.field(), each.comment()))
                        .toList();
        String territory = Objects.requireNonNullElse(text.territory(), "");
        return new Card(
                written.id(),
                written.version(),
                "EXPERIENCE",
                Objects.requireNonNullElse(written.status(), ""),
                text.title(),
                text.preview(),
                named(written.partner(), names),
                new Named(territory, names.of(territory)),
                text.level(),
                text.axes(),
                text.tags(),
                written.submittedAt(),
                null,
                written.updatedAt(),
                written.confirmedOn(),
                false,
                false,
                written.reason(),
                0,
                0,
                null,
                null,
                null,
                written.updatedAt(),
                null,
                text.onCard(named(text.competentPartner(), names), comments),
                null,
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
