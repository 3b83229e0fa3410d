package relais.portal.naming;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Listing;
import relais.portal.api.Named;
import relais.portal.api.PartnersApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;

/**
 * What somebody means who typed a name into a form, with or without the help of suggestions: the
 * identifier between brackets at its end, or that of the only one so called. What cannot be told is
 * passed on as it is, and the service says what is wrong with it.
 */
@Component
public final class Picks {

    private static final Pattern SUGGESTED = Pattern.compile("\\(([^()\\s]+)\\)\\s*$");
    private static final Pattern CARD =
            Pattern.compile("/cards/([A-Za-z0-9-]+)(?:/versions/(\\d{1,9}))?");
    private static final String FEW = "20";

    private final PartnersApi partners;
    private final Calls calls;

    Picks(PartnersApi partners, Calls calls) {
        this.partners = partners;
        this.calls = calls;
    }

    /**
     * A card, perhaps at a version.
     *
     * @param id as it was typed if no address or suggestion was
     */
    public record PickedCard(String id, @Nullable Long version) {}

    /** The identifier of a partner; null for nothing. */
    public @Nullable String partner(@Nullable String typed) {
        return pick(typed, "p-", this::partners);
    }

    /** The code of a territory; null for nothing. */
    public @Nullable String territory(@Nullable String typed) {
        return pick(typed, ":", this::territories);
    }

    /** A card by its identifier, by a suggestion, or by its permanent address; null for nothing. */
    public @Nullable PickedCard card(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Matcher address = CARD.matcher(typed);
        if (address.find()) {
            String version = address.group(2);
            return new PickedCard(address.group(1), version == null ? null : Long.valueOf(version));
        }
        Matcher suggested = SUGGESTED.matcher(typed);
        return new PickedCard(suggested.find() ? suggested.group(1) : typed.strip(), null);
    }

    List<Named> partners(String beginning) {
        return named(question(beginning));
    }

    /** Those whom a form offers before anything is typed: the committee's signatories. */
    public List<Named> signatories() {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("committee", "true");
        question.add("limit", "100");
        return named(question);
    }

    private List<Named> named(MultiValueMap<String, String> question) {
        return calls
                .ask(Service.PARTNERS, () -> partners.partners(question))
                .content()
                .map(Listing::items)
                .orElse(List.of())
                .stream()
                .map(partner -> new Named(partner.id(), partner.name()))
                .toList();
    }

    List<Named> territories(String beginning) {
        Answer<List<Named>> found =
                calls.ask(Service.PARTNERS, () -> partners.territories(question(beginning)))
                        .map(
                                listing ->
                                        listing.items().stream()
                                                .map(each -> new Named(each.id(), each.name()))
                                                .toList());
        return found.content().orElse(List.of());
    }

    private static @Nullable String pick(
            @Nullable String typed, String mark, Function<String, List<Named>> search) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        Matcher suggested = SUGGESTED.matcher(text);
        if (suggested.find()) {
            return suggested.group(1);
        }
        boolean code = text.indexOf(' ') < 0 && text.contains(mark);
        return code ? text : only(text, search.apply(text));
    }

    /** The only one found, or the only one that is called exactly so. */
    private static String only(String text, List<Named> found) {
        List<Named> exact =
                found.stream().filter(each -> each.name().equalsIgnoreCase(text)).toList();
        List<Named> meant = exact.isEmpty() ? found : exact;
        return meant.size() == 1 ? meant.getFirst().id() : text;
    }

    private static MultiValueMap<String, String> question(String beginning) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("q", beginning);
        question.add("limit", FEW);
        return question;
    }
}
