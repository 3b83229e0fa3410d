package relais.partners.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who a partner is.
 *
 * @param territory its home, {@code scheme:code}; it never changes, whatever later merges with what
 * @param represents in whose name it speaks, as a line of text
 * @param externalId what another register calls it
 */
public record Identity(
        PartnerName name,
        PartnerKind kind,
        String territory,
        @Nullable Siren siren,
        @Nullable Siret siret,
        @Nullable Note represents,
        @Nullable Note externalId) {

    Identity named(PartnerName other) {
        return new Identity(other, kind, territory, siren, siret, represents, externalId);
    }
}
