package relais.portal.naming;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import relais.portal.api.Named;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.form.Typed;

/**
 * What somebody means who typed a name into a form, with or without the help of suggestions: what
 * was suggested under that name, or the only one so called. What cannot be told is passed on as it
 * is, and the service says what is wrong with it.
 *
 * <p>A suggestion is remembered in a hidden field beside the one that is typed into: its identifier
 * and its name, so that people never see the former, and a name that was changed afterwards is
 * looked up anew.
 */
@Component
public record Picks(Remote<PartnersApi> partners, PlaceNames places) {

    /** Ends the name of the hidden field. */
    public static final String KNOWN = "~";

    private static final Pattern CARD =
            Pattern.compile("/cards/([A-Za-z0-9-]+)(?:/versions/(\\d{1,9}))?");
    private static final Pattern CODE = Pattern.compile("p-[a-z0-9-]+|[a-z]+:[A-Za-z0-9]+");
    private static final String FEW = "20";
    private static final String MANY = "100";
    private static final int LONGEST = 100;

    /** A card, perhaps at a version; its id as typed if that was no address or suggestion. */
    public record PickedCard(String id, @Nullable Long version) {}

    /** What the hidden field says of one name. */
    static String known(String id, String name) {
        return id + "\t" + name;
    }

    /** The identifier of the partner in a field; null for nothing. */
    public @Nullable String partner(Typed typed, String field) {
        return remembered(typed, field, typed.value(field), this::partner);
    }

    public List<String> partners(Typed typed, String field, int most) {
        return typed.text(field)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(most)
                .map(line -> remembered(typed, field, line.strip(), this::partner))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The code of the territory in a field; null for nothing. */
    public @Nullable String territory(Typed typed, String field) {
        return remembered(typed, field, typed.value(field), this::territory);
    }

    /**
     * The card in a field by a suggestion, its permanent address or its identifier; null for
     * nothing.
     */
    public @Nullable PickedCard card(Typed typed, String field) {
        String text = typed.value(field);
        return text == null ? null : card(typed, field, text);
    }

    public PickedCard card(Typed typed, String field, String line) {
        Matcher address = CARD.matcher(line);
        if (address.find()) {
            String version = address.group(2);
            return new PickedCard(address.group(1), version == null ? null : Long.valueOf(version));
        }
        String id = remembered(typed, field, line.strip(), text -> text);
        return new PickedCard(Objects.requireNonNullElse(id, line), null);
    }

    /** What a field that holds an identifier shows: its name; anything else as it was typed. */
    public String shown(String text) {
        return !CODE.matcher(text).matches()
                ? text
                : text.indexOf(':') > 0
                        ? places.of(text)
                        : partners.ask(api -> api.partner(text))
                                .content()
                                .map(PartnerDetails::name)
                                .orElse(text);
    }

    /** Those whom a form offers before anything is typed: the committee's signatories. */
    public List<Named> signatories() {
        return partners(Questions.of("committee", "true", "limit", MANY));
    }

    public List<Named> partners(String words) {
        return partners(question(words, FEW));
    }

    /** Territories with these words in their name, called so that each can be told from others. */
    public List<Named> territories(String words) {
        return places.found(question(words, FEW));
    }

    /** Those that somebody may mean who typed this; only one if it is sure. */
    public List<Named> meantTerritories(String typed) {
        return meant(typed, places.found(question(PlaceNames.bare(typed), MANY)));
    }

    public List<Named> meantPartners(String typed) {
        return meant(typed, partners(question(typed, MANY)));
    }

    private @Nullable String partner(String text) {
        return CODE.matcher(text).matches() ? text : only(text, meantPartners(text));
    }

    private @Nullable String territory(String text) {
        return CODE.matcher(text).matches() ? text : only(text, meantTerritories(text));
    }

    private List<Named> partners(MultiValueMap<String, String> question) {
        return partners.list(api -> api.partners(question)).stream()
                .map(partner -> new Named(partner.id(), partner.name()))
                .toList();
    }

    private static @Nullable String remembered(
            Typed typed,
            String field,
            @Nullable String text,
            Function<String, @Nullable String> otherwise) {
        if (text == null) {
            return null;
        }
        return typed.text(field + KNOWN)
                .lines()
                .map(line -> line.split("\t", 2))
                .filter(line -> line.length == 2 && line[1].equals(text))
                .map(line -> line[0])
                .findFirst()
                .orElseGet(() -> otherwise.apply(text));
    }

    private static String only(String text, List<Named> meant) {
        return meant.size() == 1 ? meant.getFirst().id() : text;
    }

    /** Those that are called exactly so, if any are. */
    private static List<Named> meant(String text, List<Named> found) {
        List<Named> labelled =
                found.stream().filter(each -> PlaceNames.same(each.name(), text)).toList();
        if (!labelled.isEmpty()) {
            return labelled;
        }
        List<Named> exact =
                found.stream()
                        .filter(each -> PlaceNames.same(PlaceNames.bare(each.name()), text))
                        .toList();
        return exact.isEmpty() ? found : exact;
    }

    private static MultiValueMap<String, String> question(String words, String limit) {
        return Questions.of(
                "q", words.substring(0, Math.min(words.length(), LONGEST)), "limit", limit);
    }
}
