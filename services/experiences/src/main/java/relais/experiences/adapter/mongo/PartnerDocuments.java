package relais.experiences.adapter.mongo;

import static java.util.Objects.requireNonNull;
import static relais.experiences.adapter.mongo.ContentDocuments.date;
import static relais.experiences.adapter.mongo.ContentDocuments.documents;
import static relais.experiences.adapter.mongo.ContentDocuments.put;
import static relais.experiences.adapter.mongo.ContentDocuments.text;

import java.util.Date;
import java.util.stream.Collectors;
import org.bson.Document;
import relais.consumer.ReplicaMapper;
import relais.experiences.domain.Mandate;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.PartnerKind;
import relais.experiences.domain.TerritoryCode;

/** The replica's documents. */
final class PartnerDocuments implements ReplicaMapper<Partner> {

    @Override
    public Document write(Partner partner) {
        Document document =
                new Document("name", partner.name())
                        .append("kind", partner.kind().name())
                        .append("territory", partner.territory().value())
                        .append("active", partner.active())
                        .append("committee", partner.committee())
                        .append(
                                "mandates",
                                partner.mandates().values().stream()
                                        .map(PartnerDocuments::mandate)
                                        .toList());
        if (partner.registeredAt() != null) {
            document.append("registeredAt", Date.from(partner.registeredAt()));
        }
        return document;
    }

    @Override
    public Partner read(Document document) {
        Date registered = document.getDate("registeredAt");
        return new Partner(
                new PartnerId(document.getString("_id")),
                document.getString("name"),
                PartnerKind.valueOf(document.getString("kind")),
                new TerritoryCode(document.getString("territory")),
                registered == null ? null : registered.toInstant(),
                document.getBoolean("active", false),
                document.getBoolean("committee", false),
                documents(document, "mandates").stream()
                        .map(
                                mandate ->
                                        new Mandate(
                                                mandate.getString("id"),
                                                requireNonNull(date(mandate, "from")),
                                                date(mandate, "until"),
                                                date(mandate, "endedOn")))
                        .collect(Collectors.toMap(Mandate::id, mandate -> mandate)));
    }

    private static Document mandate(Mandate mandate) {
        Document document =
                new Document("id", mandate.id()).append("from", mandate.from().toString());
        put(document, "until", text(mandate.until()));
        put(document, "endedOn", text(mandate.endedOn()));
        return document;
    }
}
