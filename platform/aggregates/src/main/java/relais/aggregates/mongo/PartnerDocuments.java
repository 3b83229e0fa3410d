package relais.aggregates.mongo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Mandate;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.consumer.ReplicaMapper;

/** The replica's documents of partners. */
final class PartnerDocuments implements ReplicaMapper<Partner> {

    static final String COMMITTEE = "committee";
    static final String ACTIVE = "active";

    @Override
    public Document write(Partner partner) {
        Document document =
                new Document("name", partner.name())
                        .append("kind", partner.kind().name())
                        .append("territory", partner.territory().value())
                        .append(ACTIVE, partner.active())
                        .append(COMMITTEE, partner.committee());
        if (partner.registeredAt() != null) {
            document.append("registeredAt", Date.from(partner.registeredAt()));
        }
        return document.append(
                "mandates",
                partner.mandates().values().stream().map(PartnerDocuments::mandate).toList());
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
                document.getBoolean(ACTIVE, false),
                document.getBoolean(COMMITTEE, false),
                document.getList("mandates", Document.class, List.of()).stream()
                        .map(PartnerDocuments::mandate)
                        .collect(Collectors.toMap(Mandate::id, mandate -> mandate)));
    }

    private static Document mandate(Mandate mandate) {
        Document document = new Document("id", mandate.id());
        put(document, "from", mandate.from());
        put(document, "until", mandate.until());
        put(document, "endedOn", mandate.endedOn());
        return document;
    }

    private static Mandate mandate(Document document) {
        return new Mandate(
                document.getString("id"),
                requireNonNull(date(document, "from")),
                date(document, "until"),
                date(document, "endedOn"));
    }

    private static void put(Document document, String field, @Nullable LocalDate date) {
        if (date != null) {
            document.append(field, date.toString());
        }
    }

    private static @Nullable LocalDate date(Document document, String field) {
        String text = document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }
}
