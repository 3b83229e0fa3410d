package relais.contributions.contribution;

import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.partners;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;
import static relais.aggregates.mongo.DocumentFields.written;

import org.bson.Document;
import relais.aggregates.partner.PartnerId;

/** Consultations with their positions, as documents. */
final class ConsultationDocuments {

    private ConsultationDocuments() {}

    static Document write(Consultation consultation) {
        Document document =
                new Document("signatories", written(consultation.signatories()))
                        .append("quorum", consultation.quorum())
                        .append(
                                "positions",
                                consultation.positions().stream()
                                        .map(ConsultationDocuments::write)
                                        .toList());
        put(document, "openedAt", consultation.openedAt());
        put(document, "deadline", consultation.deadline());
        put(document, "note", consultation.note());
        return document;
    }

    static Consultation read(Document document) {
        return new Consultation(
                instant(document, "openedAt"),
                instant(document, "deadline"),
                partners(document, "signatories"),
                Math.toIntExact(number(document, "quorum")),
                document.getString("note"),
                parts(document, "positions").stream()
                        .map(ConsultationDocuments::position)
                        .toList());
    }

    private static Document write(Position position) {
        Document document =
                new Document("partner", position.partner().value())
                        .append("choice", position.choice().name());
        put(document, "reason", position.reason());
        put(document, "takenAt", position.takenAt());
        return document;
    }

    private static Position position(Document document) {
        return new Position(
                new PartnerId(text(document, "partner")),
                PositionChoice.valueOf(text(document, "choice")),
                document.getString("reason"),
                instant(document, "takenAt"));
    }
}
