package relais.partners.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.outbox.StateMapper;
import relais.partners.application.NameWords;
import relais.partners.application.StoredPartner;
import relais.partners.domain.Identity;
import relais.partners.domain.Mandate;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.Note;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;
import relais.partners.domain.PartnerStatus;
import relais.partners.domain.Siren;
import relais.partners.domain.Siret;

/**
 * The state of a partner as a document. {@code words} and {@code territories} are derived, for
 * queries only, and never read back. Days are ISO text: a BSON date would have an hour and a zone.
 */
final class PartnerDocuments implements StateMapper<StoredPartner> {
    private final Function<String, Set<String>> reach;

    /**
     * @param reach every territory that a territory lies in, of any vintage, itself included
     */
    PartnerDocuments(Function<String, Set<String>> reach) {
        this.reach = reach;
    }

    @Override
    public Document write(StoredPartner stored) {
        Partner partner = stored.partner();
        Identity identity = partner.identity();
        Document document =
                new Document("id", partner.id().value())
                        .append("version", partner.version())
                        .append("request", stored.request())
                        .append("registeredAt", Date.from(partner.registeredAt()))
                        .append("changedAt", Date.from(partner.changedAt()))
                        .append("name", identity.name().value())
                        .append("kind", identity.kind().name())
                        .append("territory", identity.territory())
                        .append("status", partner.status().name())
                        .append("mandates", partner.mandates().stream().map(this::write).toList())
                        .append("words", NameWords.of(identity.name().value()))
                        .append(
                                "territories",
                                reach.apply(identity.territory()).stream().sorted().toList());
        put(document, "siren", identity.siren());
        put(document, "siret", identity.siret());
        put(document, "represents", identity.represents());
        put(document, "externalId", identity.externalId());
        put(document, "charterSignedOn", partner.charterSignedOn());
        if (partner.committee()) {
            document.append("committee", true);
        }
        return document;
    }

    private Document write(Mandate mandate) {
        Document document =
                new Document("id", mandate.id().value())
                        .append("role", mandate.role().name())
                        .append("from", mandate.from().toString());
        put(document, "until", mandate.until());
        put(document, "endedOn", mandate.endedOn());
        return document;
    }

    @Override
    public StoredPartner read(Document document) {
        Identity identity =
                new Identity(
                        new PartnerName(document.getString("name")),
                        PartnerKind.valueOf(document.getString("kind")),
                        document.getString("territory"),
                        optional(document, "siren", Siren::new),
                        optional(document, "siret", Siret::new),
                        optional(document, "represents", Note::new),
                        optional(document, "externalId", Note::new));
        Partner partner =
                new Partner(
                        new PartnerId(document.getString("id")),
                        document.getLong("version"),
                        instant(document, "registeredAt"),
                        instant(document, "changedAt"),
                        identity,
                        PartnerStatus.valueOf(document.getString("status")),
                        optional(document, "charterSignedOn", LocalDate::parse),
                        document.getBoolean("committee", false),
                        mandates(document));
        return new StoredPartner(partner, document.getString("request"));
    }

    private static List<Mandate> mandates(Document document) {
        return document.getList("mandates", Document.class, List.of()).stream()
                .map(
                        mandate ->
                                new Mandate(
                                        new MandateId(mandate.getString("id")),
                                        MandateRole.valueOf(mandate.getString("role")),
                                        LocalDate.parse(mandate.getString("from")),
                                        optional(mandate, "until", LocalDate::parse),
                                        optional(mandate, "endedOn", LocalDate::parse)))
                .toList();
    }

    private static Instant instant(Document document, String field) {
        return requireNonNull(document.getDate(field), field).toInstant();
    }

    private static <T> @Nullable T optional(
            Document document, String field, Function<String, T> make) {
        String raw = document.getString(field);
        return raw == null ? null : make.apply(raw);
    }

    /** An absent value has no field, so that {@code $exists} means what it says. */
    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value.toString());
        }
    }
}
