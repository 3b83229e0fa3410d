package relais.portal.experiences;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.portal.api.Listing;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.api.TerritoryEntry;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.Choice;
import relais.portal.page.Words;

/** Where a partner may post, and who has around it the competence that it has not. */
@Component
record Surroundings(Remote<PartnersApi> partners, Words words) {

    private static final List<String> KINDS =
            List.of("COMMUNE", "EPCI", "DEPARTEMENT", "REGION", "ACADEMIE");
    private static final String ACTIVE = "ACTIVE";
    private static final String MANY = "100";
    private static final String FOUND = "20";
    private static final int LONGEST = 100;

    /** Place and competence of a partner; at most a hundred others of a kind are competent. */
    record Around(PartnerDetails partner, TerritoryEntry territory, List<Choice> competent) {

        /** Whether the partner's territory has others inside it. */
        public boolean isWide() {
            return !territory.scheme().equals("commune");
        }
    }

    Answer<Around> of(String partner) {
        Answer<PartnerDetails> known = partners.ask(api -> api.partner(partner));
        if (!known.isOk()) {
            return known.map(_ -> unreachable());
        }
        PartnerDetails details = known.value();
        return partners.ask(api -> api.territory(details.territory()))
                .map(territory -> new Around(details, territory, competent(details, territory)));
    }

    /** Territories inside a partner's own whose name begins so. */
    Answer<List<Choice>> findFor(String partner, String name) {
        Answer<PartnerDetails> known = partners.ask(api -> api.partner(partner));
        return known.isOk() ? find(name, known.value().territory()) : known.map(_ -> List.of());
    }

    private Answer<List<Choice>> find(String name, String within) {
        if (name.isBlank()) {
            return new Answer.Ok<>(List.of());
        }
        String begin = name.strip().substring(0, Math.min(name.strip().length(), LONGEST));
        var question = Questions.of("q", begin, "limit", FOUND);
        return partners.ask(api -> api.territories(question))
                .map(found -> inside(found.items(), within));
    }

    Choice named(String territory) {
        return partners.ask(api -> api.territory(territory))
                .content()
                .map(this::choice)
                .orElseGet(() -> new Choice(territory, territory));
    }

    String partnerName(String partner) {
        return partners.ask(api -> api.partner(partner))
                .content()
                .map(PartnerDetails::name)
                .orElse(partner);
    }

    Choice choice(TerritoryEntry territory) {
        return new Choice(
                territory.id(),
                territory.name() + " (" + words.code("scheme", territory.scheme()) + ")");
    }

    private List<Choice> inside(List<TerritoryEntry> found, String within) {
        var asked = new ArrayList<Pending<TerritoryEntry>>();
        found.forEach(each -> asked.add(partners.start(api -> api.territory(each.id()))));
        var inside =
                asked.stream()
                        .flatMap(each -> each.answer().content().stream())
                        .filter(each -> each.isWithin(within))
                        .map(TerritoryEntry::id)
                        .collect(Collectors.toSet());
        return found.stream().filter(each -> inside.contains(each.id())).map(this::choice).toList();
    }

    private List<Choice> competent(PartnerDetails partner, TerritoryEntry territory) {
        var asked = new ArrayList<Pending<Listing<PartnerDetails>>>();
        for (String kind : KINDS) {
            if (Competence.of(kind).stream()
                    .anyMatch(level -> Competence.needsAnother(partner.kind(), level))) {
                var question =
                        Questions.of(
                                "kind", kind, "territory", area(kind, territory), "limit", MANY);
                asked.add(partners.start(api -> api.partners(question)));
            }
        }
        return asked.stream()
                .flatMap(each -> each.answer().content().stream())
                .flatMap(listing -> listing.items().stream())
                .filter(each -> each.status().equals(ACTIVE) && !each.id().equals(partner.id()))
                .map(this::choice)
                .toList();
    }

    private Choice choice(PartnerDetails partner) {
        return new Choice(
                partner.id(), partner.name() + " : " + words.code("competence", partner.kind()));
    }

    /** What of this kind lies around the territory; what lies inside it, if nothing does. */
    private static String area(String kind, TerritoryEntry territory) {
        String scheme = kind.toLowerCase(Locale.ROOT);
        return territory.ancestors().stream()
                .filter(ancestor -> ancestor.scheme().equals(scheme))
                .map(TerritoryEntry::id)
                .findFirst()
                .orElse(territory.id());
    }

    private static Around unreachable() {
        throw new IllegalStateException("Only what came is changed");
    }
}
