package relais.portal.experiences;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import relais.portal.api.Card;
import relais.portal.api.ExperienceText;
import relais.portal.api.Named;
import relais.portal.api.WrittenExperience;
import relais.portal.form.Typed;

/** What a partner wrote, in the dress that readers will see it in. */
@Component
final class CardPreview {

    private final Surroundings surroundings;

    CardPreview(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * As the templates of cards want it.
     *
     * @param experience its details
     */
    record Dressed(Card.Experience experience) {}

    void show(WrittenExperience written, String partner, Model model) {
        ExperienceText text =
                Objects.requireNonNullElseGet(
                        written.text(), () -> CardFields.read(Typed.nothing()).text());
        String place = text.territory();
        model.addAttribute("draft", written);
        model.addAttribute("text", text);
        model.addAttribute("it", new Dressed(dressed(text, competent(text))));
        model.addAttribute("around", surroundings.of(partner));
        model.addAttribute("place", place == null ? null : surroundings.named(place));
        model.addAttribute("missing", CardFields.missing(CardFields.typed(text)));
    }

    private @Nullable Named competent(ExperienceText text) {
        String id = text.competentPartner();
        return id == null ? null : new Named(id, surroundings.partnerName(id));
    }

    private static Card.Experience dressed(ExperienceText text, @Nullable Named competent) {
        return new Card.Experience(
                competent,
                text.audience(),
                day(text.startedOn()),
                day(text.endedOn()),
                text.problem(),
                text.action(),
                text.partnersInvolved(),
                means(text.means()),
                results(text.results()),
                text.difficulties(),
                text.transfer(),
                text.links().stream().map(CardPreview::link).toList(),
                Boolean.TRUE.equals(text.licenceAccepted()) ? "LO-2.0" : null,
                List.of(),
                List.of(),
                List.of());
    }

    private static Card.@Nullable Means means(ExperienceText.@Nullable Means means) {
        return means == null ? null : new Card.Means(means.euros(), means.fte(), means.note());
    }

    private static Card.@Nullable Results results(ExperienceText.@Nullable Results results) {
        return results == null || results.text() == null
                ? null
                : new Card.Results(
                        Objects.requireNonNullElse(results.kind(), "EXPECTED"), results.text());
    }

    private static Card.Link link(ExperienceText.Link link) {
        String url = Objects.requireNonNullElse(link.url(), "");
        return new Card.Link(Objects.requireNonNullElse(link.label(), url), url);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
