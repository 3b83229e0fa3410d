package relais.partners.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerKind;

/**
 * Which partners to list; what is null or empty does not filter.
 *
 * @param territory home territory or one around it, {@code scheme:code}
 * @param nameWords each one begins a word of the name, as {@link NameWords} writes it
 * @param signatory whether the charter is signed
 */
public record PartnerFilter(
        @Nullable PartnerKind kind,
        @Nullable String territory,
        List<String> nameWords,
        @Nullable Boolean signatory,
        @Nullable Boolean committee) {

    public static final PartnerFilter NONE = new PartnerFilter(null, null, List.of(), null, null);

    public PartnerFilter {
        nameWords = List.copyOf(nameWords);
    }
}
