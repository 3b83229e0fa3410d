package relais.partners.application;

import static java.util.stream.Collectors.toCollection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;

/**
 * Claims again what partners have that only one may have: their numbers and mandates. Partners know
 * them themselves, so that lost claims can be made anew.
 */
public final class RestoreNames {
    private static final int PAGE = 100;

    private final Partners partners;
    private final UniqueNames names;
    private final Clock clock;

    public RestoreNames(Partners partners, Claims claims, Clock clock) {
        this.partners = partners;
        this.names = new UniqueNames(claims, partners);
        this.clock = clock;
    }

    /** Two partners have the same: the log holds both, and an operator has to see to it. */
    public record Conflict(PartnerId partner, Claim claim) {}

    /**
     * @param conflicts is told of each
     * @return how many claims are held now
     */
    public long restore(Consumer<Conflict> conflicts) {
        long held = 0;
        PartnerId after = null;
        List<Partner> page;
        do {
            page = partners.list(PartnerFilter.NONE, after, PAGE);
            for (Partner partner : page) {
                for (Claim claim : claims(partner)) {
                    if (names.take(claim, partner.id(), clock.instant())) {
                        held++;
                    } else {
                        conflicts.accept(new Conflict(partner.id(), claim));
                    }
                }
            }
            after = page.isEmpty() ? null : page.getLast().id();
        } while (page.size() == PAGE);
        return held;
    }

    private static List<Claim> claims(Partner partner) {
        List<Claim> claims =
                partner.mandates().stream()
                        .map(mandate -> new Claim(Kind.MANDATE, mandate.id().value()))
                        .collect(toCollection(ArrayList::new));
        @Nullable Claim number = OrganisationNumber.of(partner.identity());
        if (number != null) {
            claims.add(number);
        }
        return claims;
    }
}
