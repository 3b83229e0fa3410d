package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.partners.partner.PartnerEvent.CharterSigned;
import tools.jackson.databind.json.JsonMapper;

/** A partner as it is answered. */
class PartnerJsonTest extends Scene {

    private final JsonMapper json =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    @Test
    void everyPartIsAFieldButTheKeyOfTheRequest() {
        Partner partner = after(loiret(), granted(), new CharterSigned(CHARTER));

        PartnerJson shown =
                PartnerJson.of(partner, Map.of(MANDATE, new Person("Camille Exemple", null)));

        assertThat(json.valueToTree(shown).toString())
                .isEqualTo(
                        json.readTree(
                                        """
                                        {"id": "p-loiret", "version": 3,
                                         "registeredAt": "2016-01-04T09:00:00Z",
                                         "changedAt": "2016-01-04T09:00:00Z",
                                         "name": "Loiret", "kind": "DEPARTEMENT",
                                         "territory": "departement:45", "status": "ACTIVE",
                                         "charterSignedOn": "2015-10-01", "committee": false,
                                         "mandates": [{"id": "m-loiret", "role": "CONTRIBUTOR",
                                           "from": "2016-01-04",
                                           "person": {"name": "Camille Exemple"}}]}
                                        """)
                                .toString());
    }
}
