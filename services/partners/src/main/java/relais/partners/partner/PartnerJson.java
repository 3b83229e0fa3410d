package relais.partners.partner;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partner as it is shown; persons appear only to those who may see them. */
@Schema(name = "Partner")
record PartnerJson(@JsonUnwrapped Partner partner, List<MandateJson> mandates) {

    @Schema(name = "Mandate")
    record MandateJson(@JsonUnwrapped Mandate mandate, @Nullable Person person) {}

    /** As anyone sees it. */
    static PartnerJson listed(Partner partner) {
        return of(partner, Map.of());
    }

    static PartnerJson of(Partner partner, Map<MandateId, Person> persons) {
        return new PartnerJson(
                partner,
                partner.mandates().stream()
                        .map(mandate -> new MandateJson(mandate, persons.get(mandate.id())))
                        .toList());
    }
}
