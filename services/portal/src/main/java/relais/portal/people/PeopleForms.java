package relais.portal.people;

import static relais.portal.people.PeopleController.PARTNERS;
import static relais.portal.people.PeopleController.PEOPLE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnerDetails.Mandate;
import relais.portal.api.PartnersApi;
import relais.portal.call.Change;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;
import relais.portal.naming.Picks;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** What a partner does with its mandates, and the committee with partners: each with a form. */
@Component
record PeopleForms(Remote<PartnersApi> partners, Picks picks, Naming naming, Words words)
        implements FormActions {

    private static final String MANDATE = PEOPLE + "/{mandate}";
    private static final String PARTNER = PARTNERS + "/{id}";

    private static final List<String> ROLES = List.of("REPRESENTATIVE", "CONTRIBUTOR", "REVIEWER");

    private static final List<String> KINDS =
            List.of(
                    "COMMUNE",
                    "EPCI",
                    "DEPARTEMENT",
                    "REGION",
                    "ACADEMIE",
                    "SCHOOL_NETWORK",
                    "MINISTRY",
                    "NATIONAL_ASSOCIATION",
                    "PUBLIC_BANK",
                    "OTHER");

    /** A mandate, of the reader's own partner at a version. */
    private record Held(PartnerDetails partner, Mandate mandate) {}

    @Override
    public List<FormAction<?>> actions() {
        var own = new FormAction.Versioned<>(Service.PARTNERS, this::own, PeopleForms::versionOf);
        var held =
                new FormAction.Versioned<>(
                        Service.PARTNERS, this::held, found -> versionOf(found.partner()));
        var partner =
                new FormAction.Versioned<>(Service.PARTNERS, this::partner, PeopleForms::versionOf);
        return List.of(
                new FormAction<>(PEOPLE + "/new", "people/invitation", own)
                        .sends(
                                (exchange, typed) ->
                                        Change.post("/partners/{partner}/mandates", mandate(typed))
                                                .with("partner", exchange.member()))
                        .shows((exchange, _, _) -> exchange.add("roles", roles()))
                        .says("people.done.invited", "person.name", PEOPLE),
                new FormAction<>(MANDATE + "/end", "people/end", held)
                        .sends((_, typed) -> ending(typed))
                        .says("people.done.ended", "", PEOPLE),
                new FormAction<>(MANDATE + "/person", "people/person", held)
                        .puts("/mandates/{mandate}/person", typed -> typed.said("name", "email"))
                        .begins((_, found) -> person(found.mandate()))
                        .says("people.done.named", "name", PEOPLE),
                new FormAction<>(MANDATE + "/erasure", "people/erasure", held)
                        .sends((_, _) -> Change.delete("/mandates/{mandate}/person"))
                        .says("people.done.erased", "", PEOPLE),
                new FormAction<>(
                                PARTNERS + "/new",
                                "people/registration",
                                new FormAction.New(Service.PARTNERS))
                        .posts("/partners", typed -> registration(typed))
                        .keyed()
                        .shows((exchange, _, _) -> exchange.add("kinds", kinds()))
                        .says(
                                "people.done.registered",
                                "name",
                                written -> PARTNERS + "/" + written.id()),
                new FormAction<>(PARTNER, "people/partner", partner)
                        .puts("/partners/{id}/name", typed -> typed.said("name", "reason"))
                        .begins((_, found) -> Typed.nothing().with("name", found.name()))
                        .shows(this::place)
                        .says("people.done.renamed", "name", PARTNER),
                change(partner, "suspension", "suspended"),
                change(partner, "reinstatement", "reinstated"),
                change(partner, "admission", "admitted"),
                change(partner, "departure", "departed"));
    }

    /** A decision of the committee about a partner, with a reason where it takes one. */
    private static FormAction<PartnerDetails> change(
            FormAction.Subject<PartnerDetails> partner, String what, String done) {
        return new FormAction<>(PARTNER + "/" + what, "people/" + what, partner)
                .posts("/partners/{id}/" + what, typed -> typed.said("reason"))
                .says("people.done." + done, "", PARTNER);
    }

    private static long versionOf(PartnerDetails partner) {
        return Objects.requireNonNullElse(partner.version(), 0L);
    }

    private Optional<PartnerDetails> own(Exchange exchange) {
        String id = exchange.member();
        return exchange.existing("partner", partners.ask(api -> api.partner(id)));
    }

    private Optional<Held> held(Exchange exchange) {
        String id = exchange.variable("mandate");
        return own(exchange)
                .map(
                        partner -> {
                            Mandate mandate =
                                    partner.mandates().stream()
                                            .filter(each -> each.id().equals(id))
                                            .findFirst()
                                            .orElseThrow(NotFound::new);
                            exchange.add("mandate", mandate);
                            return new Held(partner, mandate);
                        });
    }

    private Optional<PartnerDetails> partner(Exchange exchange) {
        String id = exchange.variable("id");
        return exchange.existing("partner", partners.ask(api -> api.partner(id)));
    }

    private void place(Exchange exchange, Optional<PartnerDetails> partner, Form form) {
        exchange.add("names", naming.of(partner.map(PartnerDetails::territory).stream().toList()));
    }

    private static Map<String, @Nullable Object> mandate(Typed typed) {
        var mandate = typed.said("role", "from", "until");
        var person = new LinkedHashMap<String, @Nullable Object>();
        // Without a name there is nobody to invite: the service says so.
        person.put("name", typed.value("person.name"));
        person.put("email", typed.value("person.email"));
        mandate.put("person", person);
        return mandate;
    }

    private static Change ending(Typed typed) {
        Change ending = Change.delete("/mandates/{mandate}");
        for (String name : List.of("endedOn", "reason")) {
            String value = typed.value(name);
            ending = value == null ? ending : ending.asking(name, value);
        }
        return ending;
    }

    private static Typed person(Mandate mandate) {
        PartnerDetails.Person person = mandate.person();
        return person == null ? Typed.nothing() : Typed.nothing().with(person, "name", "email");
    }

    private Map<String, @Nullable Object> registration(Typed typed) {
        var registration = typed.said("name", "kind", "siren", "siret", "represents");
        registration.put("territory", picks.territory(typed, "territory"));
        return registration;
    }

    private List<Choice> kinds() {
        return KINDS.stream()
                .map(kind -> new Choice(kind, words.code("partner-kind", kind)))
                .toList();
    }

    private List<Choice> roles() {
        return ROLES.stream()
                .map(role -> new Choice(role, words.code("role", role.toLowerCase(Locale.ROOT))))
                .toList();
    }
}
