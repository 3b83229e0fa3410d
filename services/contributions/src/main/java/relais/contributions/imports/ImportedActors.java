package relais.contributions.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.partner.Partners;
import relais.aggregates.partner.Role;

/**
 * Who a row says acted: a partner, in the quality that it has. A ministry, national association or
 * public bank sits on the committee and may have acted as its secretariat.
 */
record ImportedActors(Partners partners) {

    private static final Set<PartnerKind> COMMITTEE =
            EnumSet.of(
                    PartnerKind.MINISTRY,
                    PartnerKind.NATIONAL_ASSOCIATION,
                    PartnerKind.PUBLIC_BANK);

    private static final IdForm MANDATE = new IdForm("m-", "a mandate id");

    /**
     * @param refusals what is wrong is added to them; the answer is then of no use
     */
    Actor of(ImportRow.Said said, Actor operator, List<Refusal> refusals) {
        PartnerId partner = partner(said.partner(), refusals);
        String mandate = said.mandate();
        if (mandate != null && !MANDATE.fits(mandate)) {
            refusals.add(Refusal.invalid("mandate", "mandate-form"));
        }
        return new Actor(
                mandate == null ? operator.mandate() : mandate,
                partner,
                roles(partner, said.as(), refusals));
    }

    private static @Nullable PartnerId partner(@Nullable String typed, List<Refusal> refusals) {
        PartnerId partner = PartnerId.parse(typed).orElse(null);
        if (partner == null) {
            refusals.add(
                    typed == null
                            ? Refusal.invalid("partner", "required")
                            : Refusal.invalid("partner", "partner-unknown", typed));
        }
        return partner;
    }

    private Set<Role> roles(
            @Nullable PartnerId partner, @Nullable String as, List<Refusal> refusals) {
        boolean sits =
                partner != null
                        && partners.find(partner)
                                .map(Partner::kind)
                                .filter(COMMITTEE::contains)
                                .isPresent();
        return switch (as) {
            case null -> sits ? EnumSet.of(Role.PARTNER, Role.COMMITTEE) : EnumSet.of(Role.PARTNER);
            case "partner" -> EnumSet.of(Role.PARTNER);
            case "committee" -> {
                if (!sits) {
                    refusals.add(Refusal.forbidden("as", "not-on-the-committee"));
                }
                yield EnumSet.of(Role.COMMITTEE);
            }
            default -> {
                refusals.add(Refusal.invalid("as", "one-of", "partner, committee"));
                yield EnumSet.noneOf(Role.class);
            }
        };
    }
}
