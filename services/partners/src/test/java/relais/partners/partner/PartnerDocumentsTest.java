package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.aggregates.KeptState;
import relais.aggregates.partner.PartnerId;

/** Partners as documents, whose fields are those of every release. */
class PartnerDocumentsTest {

    private static final Instant REGISTERED = Instant.parse("2015-10-01T08:00:00Z");
    private static final Instant CHANGED = Instant.parse("2020-01-06T09:00:00Z");

    private final PartnerDocuments documents =
            new PartnerDocuments(home -> new HashSet<>(List.of(home, "pays:FR")));

    @Test
    void everyPartHasItsField() {
        LocalDate day = LocalDate.of(2015, 10, 1);
        Partner partner =
                partner(
                        new Identity(
                                "Réseau « Œuvre »",
                                PartnerKind.SCHOOL_NETWORK,
                                "commune:25056",
                                "732829320",
                                "73282932000074",
                                "écoles",
                                "ext-1"),
                        PartnerStatus.SUSPENDED,
                        day,
                        true,
                        List.of(
                                new Mandate(
                                        new MandateId("m-one"),
                                        MandateRole.REVIEWER,
                                        day,
                                        day.plusYears(1),
                                        day.plusDays(1))));

        Document document = documents.write(kept(partner));

        assertThat(document)
                .isEqualTo(
                        common(partner)
                                .append("name", "Réseau « Œuvre »")
                                .append("kind", "SCHOOL_NETWORK")
                                .append("territory", "commune:25056")
                                .append("siren", "732829320")
                                .append("siret", "73282932000074")
                                .append("represents", "écoles")
                                .append("externalId", "ext-1")
                                .append("status", "SUSPENDED")
                                .append("charterSignedOn", "2015-10-01")
                                .append("committee", true)
                                .append(
                                        "mandates",
                                        List.of(
                                                new Document("id", "m-one")
                                                        .append("role", "REVIEWER")
                                                        .append("from", "2015-10-01")
                                                        .append("until", "2016-10-01")
                                                        .append("endedOn", "2015-10-02")))
                                .append("words", List.of("reseau", "oeuvre"))
                                .append("territories", List.of("commune:25056", "pays:FR")));
        assertThat(documents.read(document)).isEqualTo(kept(partner));
    }

    @Test
    void whatIsAbsentHasNoField() {
        Partner partner =
                partner(
                        new Identity(
                                "AMF",
                                PartnerKind.NATIONAL_ASSOCIATION,
                                "pays:FR",
                                null,
                                null,
                                null,
                                null),
                        PartnerStatus.ACTIVE,
                        null,
                        false,
                        List.of());

        Document document = documents.write(kept(partner));

        assertThat(document)
                .isEqualTo(
                        common(partner)
                                .append("name", "AMF")
                                .append("kind", "NATIONAL_ASSOCIATION")
                                .append("territory", "pays:FR")
                                .append("status", "ACTIVE")
                                .append("mandates", List.of())
                                .append("words", List.of("amf"))
                                .append("territories", List.of("pays:FR")));
        assertThat(documents.read(document)).isEqualTo(kept(partner));
    }

    private static Document common(Partner partner) {
        return new Document("id", "p-a")
                .append("version", 5L)
                .append("request", "request")
                .append("registeredAt", Date.from(partner.registeredAt()))
                .append("changedAt", Date.from(partner.changedAt()));
    }

    private static KeptState<Partner> kept(Partner partner) {
        return new KeptState<>(partner, CHANGED, Set.of());
    }

    private static Partner partner(
            Identity identity,
            PartnerStatus status,
            @Nullable LocalDate signedOn,
            boolean committee,
            List<Mandate> mandates) {
        return new Partner(
                new PartnerId("p-a"),
                5,
                "request",
                REGISTERED,
                CHANGED,
                identity,
                status,
                signedOn,
                committee,
                mandates);
    }
}
