package relais.portal.contributions;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.Card;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionEntry;
import relais.portal.api.FeedApi;
import relais.portal.api.PartnersApi;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Choice;

/** What partners and cited experiences are called: contributions know them by their ids only. */
@Component("contributionNames")
record Names(PartnersApi partners, FeedApi feed, Calls calls) {

    private static final String MANY = "100";
    private static final Pattern ID = Pattern.compile("\\b(?:am|x|p)-[a-z0-9]+(?:-[a-z0-9]+)*");

    /** More than that are shown by their ids. */
    private static final int LOOKED_UP = 40;

    /**
     * Names that were found; an id without one stands for itself.
     *
     * @param signatories by name; empty if nobody could say who they are
     */
    public record Known(Map<String, String> names, List<Choice> signatories) {

        public String of(String id) {
            return names.getOrDefault(id, id);
        }

        /** The same words with names for the ids in them. */
        public String in(String words) {
            return ID.matcher(words)
                    .replaceAll(found -> Matcher.quoteReplacement(of(found.group())));
        }

        public boolean isSignatory(String id) {
            return signatories.stream().anyMatch(one -> one.value().equals(id));
        }
    }

    /** The committee's signatories, and nobody else. */
    Known signatories() {
        return named(Set.of(), Stream.empty());
    }

    /** All partners and experiences of one contribution. */
    Known in(Contribution contribution) {
        var partnerIds = new LinkedHashSet<String>();
        partnerIds.add(contribution.partner());
        partnerIds.addAll(contribution.drafters());
        contribution.amendments().forEach(each -> partnerIds.add(each.partner()));
        Contribution.Consultation consultation = contribution.consultation();
        if (consultation != null) {
            partnerIds.addAll(consultation.signatories());
        }
        Known known =
                named(
                        partnerIds,
                        contribution.evidence().stream().map(Contribution.Evidence::experience));
        var names = new LinkedHashMap<>(known.names());
        for (Contribution.Amendment each : contribution.amendments()) {
            names.put(
                    each.id(),
                    contribution.heading(each.section()) + " (" + known.of(each.partner()) + ")");
        }
        return new Known(names, known.signatories());
    }

    /** All partners of a list. */
    Known in(List<ContributionEntry> entries) {
        var partnerIds = new LinkedHashSet<String>();
        entries.forEach(entry -> partnerIds.addAll(entry.drafters()));
        return named(partnerIds, Stream.empty());
    }

    private Known named(Set<String> partnerIds, Stream<String> experiences) {
        var names = new LinkedHashMap<String, String>();
        Map<String, Pending<Card>> cards = new LinkedHashMap<>();
        experiences.limit(LOOKED_UP).forEach(id -> cards.put(id, card(id)));
        List<Choice> signatories = askSignatories();
        signatories.forEach(one -> names.put(one.value(), one.label()));
        partnerIds.stream()
                .filter(id -> !names.containsKey(id))
                .limit(LOOKED_UP)
                .forEach(id -> cards.put(id, card(id)));
        cards.forEach(
                (id, card) ->
                        card.answer()
                                .content()
                                .ifPresent(
                                        found ->
                                                names.put(
                                                        id,
                                                        Objects.requireNonNullElse(
                                                                found.title(), id))));
        return new Known(names, signatories);
    }

    private List<Choice> askSignatories() {
        var filter = new LinkedMultiValueMap<String, String>();
        filter.add("committee", "true");
        filter.add("limit", MANY);
        return calls.ask(Service.PARTNERS, () -> partners.partners(filter))
                .map(
                        listing ->
                                listing.items().stream()
                                        .filter(one -> one.status().equals("ACTIVE"))
                                        .map(one -> new Choice(one.id(), one.name()))
                                        .sorted(Comparator.comparing(Choice::label))
                                        .toList())
                .content()
                .orElse(List.of());
    }

    private Pending<Card> card(String id) {
        return calls.start(Service.FEED, () -> feed.card(id, new LinkedMultiValueMap<>()));
    }
}
