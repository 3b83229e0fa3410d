package relais.partners.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.recovery.Loss;

/** The mandates of which nobody knows the person: never told, erased, or lost. */
public record LostPersons(PartnerQueries partners, Persons persons) {

    public Loss find() {
        List<String> nameless = new ArrayList<>();
        partners.forEach(
                partner -> {
                    Map<MandateId, Person> known = persons.of(partner.id());
                    partner.mandates().stream()
                            .map(Mandate::id)
                            .filter(mandate -> !known.containsKey(mandate))
                            .forEach(mandate -> nameless.add(mandate.value()));
                });
        return new Loss("persons", (long) nameless.size(), nameless);
    }
}
