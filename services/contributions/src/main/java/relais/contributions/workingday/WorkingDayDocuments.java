package relais.contributions.workingday;

import static relais.aggregates.mongo.DocumentFields.day;
import static relais.aggregates.mongo.DocumentFields.instant;
import static relais.aggregates.mongo.DocumentFields.number;
import static relais.aggregates.mongo.DocumentFields.part;
import static relais.aggregates.mongo.DocumentFields.parts;
import static relais.aggregates.mongo.DocumentFields.put;
import static relais.aggregates.mongo.DocumentFields.text;

import java.util.Date;
import org.bson.Document;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/** Working days as documents. */
public final class WorkingDayDocuments implements StateDocuments<WorkingDay> {

    @Override
    public Document write(WorkingDay workingDay) {
        Document document =
                new Document("id", workingDay.id().value())
                        .append("status", workingDay.status().name())
                        .append("meeting", meeting(workingDay.meeting()))
                        .append(
                                "agenda",
                                workingDay.agenda().stream()
                                        .map(WorkingDayDocuments::item)
                                        .toList())
                        .append("scheduledAt", Date.from(workingDay.scheduledAt()));
        put(document, "scheduledBy", workingDay.scheduledBy());
        put(document, "reason", workingDay.reason());
        put(
                document,
                "minutes",
                workingDay.minutes() == null ? null : MinutesDocuments.write(workingDay.minutes()));
        return document;
    }

    @Override
    public WorkingDay read(Document document) {
        Document minutes = document.get("minutes", Document.class);
        return new WorkingDay(
                new WorkingDayId(text(document, "id")),
                PartnerId.parse(document.getString("scheduledBy")).orElse(null),
                meeting(part(document, "meeting")),
                parts(document, "agenda").stream().map(WorkingDayDocuments::item).toList(),
                minutes == null ? null : MinutesDocuments.read(minutes),
                WorkingDayStatus.valueOf(text(document, "status")),
                document.getString("reason"),
                instant(document, "scheduledAt"));
    }

    private static Document meeting(Meeting meeting) {
        Document document =
                new Document("date", meeting.date().toString())
                        .append("place", meeting.place())
                        .append("theme", meeting.theme());
        put(document, "territory", meeting.territory());
        put(document, "description", meeting.description());
        return document;
    }

    static Meeting meeting(Document document) {
        return new Meeting(
                day(document, "date"),
                text(document, "place"),
                TerritoryCode.parse(document.getString("territory")).orElse(null),
                text(document, "theme"),
                document.getString("description"));
    }

    private static Document item(AgendaItem item) {
        Document document = new Document("id", item.id().value()).append("label", item.label());
        put(document, "partner", item.partner());
        put(document, "card", item.card());
        put(document, "cardVersion", item.cardVersion());
        put(document, "note", item.note());
        return document;
    }

    private static AgendaItem item(Document document) {
        return new AgendaItem(
                new AgendaItemId(text(document, "id")),
                PartnerId.parse(document.getString("partner")).orElse(null),
                text(document, "label"),
                document.getString("card"),
                document.containsKey("cardVersion") ? number(document, "cardVersion") : null,
                document.getString("note"));
    }
}
