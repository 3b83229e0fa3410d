package relais.partners.partner;

import org.jspecify.annotations.Nullable;

/**
 * Who a partner is.
 *
 * @param territory its home, {@code scheme:code}; it never changes, whatever later merges with what
 * @param represents in whose name it speaks, as a line of text
 * @param externalId what another register calls it
 */
record Identity(
        String name,
        PartnerKind kind,
        String territory,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String represents,
        @Nullable String externalId) {

    Identity named(String other) {
        return new Identity(other, kind, territory, siren, siret, represents, externalId);
    }
}
