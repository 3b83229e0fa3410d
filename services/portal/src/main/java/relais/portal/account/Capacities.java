package relais.portal.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.call.Remote;

/**
 * Finds the capacities of the person who is signed in. Roles are in the token; what a partner is,
 * only the service of partners knows. It is asked once for many pages, since partners hardly ever
 * change; when it is unreachable, not for every page either: nobody waits for it twice in a row,
 * and what depends on it is not offered meanwhile.
 */
@Component
public final class Capacities {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final Duration NOT_ASKED_AGAIN = Duration.ofSeconds(30);
    private static final int PARTNERS = 10_000;

    private static final List<Capacity> OF_ROLES =
            List.of(Capacity.COMMITTEE, Capacity.ANALYST, Capacity.OPERATOR);
    private static final String PARTNER = "partner";
    private static final String COMMITTEE = "committee";

    /** What a partner brings to those who act for it; answered is false if nobody could say. */
    private record PartnerCapacities(Set<Capacity> capacities, boolean answered) {}

    private final Remote<PartnersApi> partners;
    private final Cache<String, PartnerCapacities> known =
            Caffeine.newBuilder()
                    .maximumSize(PARTNERS)
                    .expireAfter(
                            Expiry.<String, PartnerCapacities>writing(
                                    (_, brought) ->
                                            brought.answered() ? REMEMBERED : NOT_ASKED_AGAIN))
                    .build();

    Capacities(Remote<PartnersApi> partners) {
        this.partners = partners;
    }

    public Set<Capacity> of(@Nullable Person person) {
        return of(person, Set.of());
    }

    /**
     * The same, and while nobody can say what the person's partner is, also what it may bring: a
     * page is not refused because a service is unreachable.
     */
    public Set<Capacity> possiblyOf(@Nullable Person person) {
        return of(person, EnumSet.of(Capacity.SIGNATORY, Capacity.ACADEMIE));
    }

    private Set<Capacity> of(@Nullable Person person, Set<Capacity> unknown) {
        Set<Capacity> found = EnumSet.noneOf(Capacity.class);
        if (person == null) {
            return found;
        }
        for (Capacity each : OF_ROLES) {
            if (person.is(each.name().toLowerCase(Locale.ROOT))) {
                found.add(each);
            }
        }
        String partner = person.partner();
        if (partner != null && (person.is(PARTNER) || person.is(COMMITTEE))) {
            found.add(Capacity.MEMBER);
        }
        // The committee may do already what signing, or being an académie, would add.
        if (partner != null && person.is(PARTNER) && !person.is(COMMITTEE)) {
            PartnerCapacities brought = ofPartner(partner);
            found.addAll(brought.answered() ? brought.capacities() : unknown);
        }
        return found;
    }

    private PartnerCapacities ofPartner(String id) {
        PartnerCapacities brought = known.getIfPresent(id);
        if (brought == null) {
            brought =
                    partners.askBeside(api -> api.partner(id))
                            .content()
                            .map(partner -> new PartnerCapacities(broughtBy(partner), true))
                            .orElse(new PartnerCapacities(Set.of(), false));
            known.put(id, brought);
        }
        return brought;
    }

    /** A partner that is suspended acts no more, whatever it is. */
    private static Set<Capacity> broughtBy(PartnerDetails partner) {
        Set<Capacity> brought = EnumSet.noneOf(Capacity.class);
        if (partner.status().equals("ACTIVE")) {
            if (Boolean.TRUE.equals(partner.committee())) {
                brought.add(Capacity.SIGNATORY);
            }
            if (partner.kind().equals("ACADEMIE")) {
                brought.add(Capacity.ACADEMIE);
            }
        }
        return Collections.unmodifiableSet(brought);
    }
}
