package relais.partners.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import relais.partners.domain.Mandate;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Person;

/** Finds the mandates of which nobody knows the person: never told, erased, or lost. */
public final class NamelessMandates {
    private static final int PAGE = 100;

    private final Partners partners;
    private final Persons persons;

    public NamelessMandates(Partners partners, Persons persons) {
        this.partners = partners;
        this.persons = persons;
    }

    /**
     * @param first the first of them, as many as were asked for
     */
    public record Found(long count, List<MandateId> first) {}

    public Found find(int most) {
        long count = 0;
        List<MandateId> first = new ArrayList<>();
        PartnerId after = null;
        List<Partner> page;
        do {
            page = partners.list(PartnerFilter.NONE, after, PAGE);
            for (Partner partner : page) {
                Map<MandateId, Person> known = persons.of(partner.id());
                for (Mandate mandate : partner.mandates()) {
                    if (!known.containsKey(mandate.id())) {
                        count++;
                        if (first.size() < most) {
                            first.add(mandate.id());
                        }
                    }
                }
            }
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE);
        return new Found(count, List.copyOf(first));
    }
}
