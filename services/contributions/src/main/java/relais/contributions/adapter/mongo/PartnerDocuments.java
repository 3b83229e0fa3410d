package relais.contributions.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.consumer.ReplicaMapper;
import relais.contributions.domain.Mandate;
import relais.contributions.domain.Partner;
import relais.contributions.domain.PartnerId;
import relais.contributions.domain.PartnerKind;
import relais.contributions.domain.TerritoryCode;

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
        return document.append(
                "mandates",
                partner.mandates().values().stream().map(PartnerDocuments::mandate).toList());
    }

    @Override
    public Partner read(Document document) {
        return new Partner(
                new PartnerId(document.getString("_id")),
                document.getString("name"),
                PartnerKind.valueOf(document.getString("kind")),
                new TerritoryCode(document.getString("territory")),
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
