package relais.portal.experiences;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Card;
import relais.portal.api.ExperienceText;
import relais.portal.api.Named;
import relais.portal.api.WrittenExperience;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;

/** What a partner wrote, in the dress that readers will see it in. */
@Component
record CardPreview(Surroundings surroundings) {

    /** As the templates of cards want it. */
    record Dressed(Card.Experience experience) {}

    void show(WrittenExperience written, String partner, Exchange exchange) {
        ExperienceText text =
                Objects.requireNonNullElseGet(
                        written.text(), () -> CardFields.read(Typed.nothing()).text());
        String place = text.territory();
        exchange.add("draft", written)
                .add("text", text)
                .add("it", new Dressed(text.onCard(competent(text), List.of())))
                .add("around", surroundings.of(partner))
                .add("place", place == null ? null : surroundings.named(place));
    }

    private @Nullable Named competent(ExperienceText text) {
        String id = text.competentPartner();
        return id == null ? null : new Named(id, surroundings.partnerName(id));
    }
}
