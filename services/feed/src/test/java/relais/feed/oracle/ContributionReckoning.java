package relais.feed.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contribution: its sections, evidence and amendments, and what the signatories say to it. */
final class ContributionReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "ContributionOpened" -> opened(card, event);
            case "ContributionDrafted" -> drafted(card, event);
            case "EvidenceCited" ->
                    card.replaceOrAppend(
                            "evidence",
                            "experience",
                            Fields.of(
                                    "experience", event.text("experienceId"),
                                    "version", event.value("experienceVersion"),
                                    "section", event.value("sectionId"),
                                    "note", event.value("note"),
                                    "citedAt", Fields.text(event.time())));
            case "EvidenceRemoved" ->
                    card.strike("evidence", "experience", event.text("experienceId"));
            case "EvidenceOutdated" -> outdated(card, event);
            // Nothing of the card says so: it is an entry of the feed.
            case "ContributionSubmitted" -> {}
            case "AmendmentProposed" -> proposed(card, event);
            case "AmendmentAccepted" -> accepted(card, event);
            case "AmendmentRejected" -> settled(card, event, "REJECTED", event.value("reason"));
            case "AmendmentWithdrawn" -> settled(card, event, "WITHDRAWN", event.value("reason"));
            case "ConsultationOpened" -> consultation(card, event, since);
            case "PositionTaken" -> position(card, event);
            case "ConsultationClosed" ->
                    card.write("status", "DRAFTING")
                            .write(
                                    "consultation",
                                    Fields.with(
                                            card.record("consultation"),
                                            "closedAt",
                                            Fields.text(event.time()),
                                            "closedBecause",
                                            event.text("reason")));
            case "ContributionAdopted" ->
                    card.write("status", "ADOPTED", "adoptedOn", event.text("adoptedOn"))
                            .write("adoptionNote", event.value("note"));
            case "ContributionWithdrawn" ->
                    card.write("status", "WITHDRAWN", "reason", event.text("reason"));
            case "ContributionSuperseded" ->
                    card.write("status", "SUPERSEDED", "supersededBy", event.text("by"));
            default -> throw Reckoning.unknown(event);
        }
    }

    private static void opened(Sheet card, Event event) {
        card.write("kind", "CONTRIBUTION", "status", "DRAFTING")
                .write("partner", event.text("partnerId"), "territory", "pays:FR")
                .write("contributionKind", event.text("kind"))
                .write("title", event.text("title"), "preview", event.value("summary"))
                .write("axes", event.value("axes"), "drafters", event.value("drafters"))
                .write("supersedes", event.value("supersedes"))
                .write("textVersion", event.sequence());
    }

    /** A section that reads as before keeps the number of the version that changed it. */
    private static void drafted(Sheet card, Event event) {
        var sections = new ArrayList<Map<String, Object>>();
        for (Map<String, Object> draft : event.records("sections")) {
            Map<String, Object> before = card.line("sections", "id", draft.get("sectionId"));
            boolean same =
                    Objects.equals(draft.get("heading"), before.get("heading"))
                            && Objects.equals(draft.get("body"), before.get("body"));
            sections.add(
                    section(
                            draft.get("sectionId"),
                            draft,
                            same ? before.get("changedIn") : event.sequence()));
        }
        card.write("title", event.text("title"), "preview", event.value("summary"))
                .write("axes", event.value("axes"), "sections", List.copyOf(sections))
                .write("textVersion", event.sequence(), "textNote", event.value("note"));
    }

    private static Map<String, Object> section(
            @Nullable Object id, Map<String, Object> wording, @Nullable Object changedIn) {
        return Fields.of(
                "id",
                id,
                "heading",
                wording.get("heading"),
                "body",
                wording.get("body"),
                "changedIn",
                changedIn);
    }

    private static void outdated(Sheet card, Event event) {
        Map<String, Object> news =
                Fields.of(
                        "change", event.value("change"),
                        "inVersion", event.value("changedInVersion"),
                        "changedAt", event.value("changedAt"),
                        "reason", event.value("reason"));
        card.change(
                "evidence",
                "experience",
                event.text("experienceId"),
                cited -> Fields.with(cited, "outdated", news));
    }

    private static void proposed(Sheet card, Event event) {
        card.append(
                "amendments",
                Fields.of(
                        "id", event.text("amendmentId"),
                        "partner", event.text("partnerId"),
                        "section", event.text("sectionId"),
                        "basedOn", event.value("basedOn"),
                        "heading", event.text("heading"),
                        "body", event.text("body"),
                        "reason", event.text("reason"),
                        "proposedAt", Fields.text(event.time()),
                        "settlement", "PROPOSED"));
    }

    private static void accepted(Sheet card, Event event) {
        settled(card, event, "ACCEPTED", event.value("comment"));
        card.change(
                "amendments",
                "id",
                event.text("amendmentId"),
                amendment ->
                        event.text("heading").equals(amendment.get("heading"))
                                        && event.text("body").equals(amendment.get("body"))
                                ? amendment
                                : Fields.with(amendment, "reworded", true));
        card.change(
                "sections",
                "id",
                event.text("sectionId"),
                before -> section(before.get("id"), event.body(), event.sequence()));
        card.write("textVersion", event.sequence(), "textNote", event.value("comment"));
    }

    private static void settled(
            Sheet card, Event event, String settlement, @Nullable Object remark) {
        card.change(
                "amendments",
                "id",
                event.text("amendmentId"),
                amendment ->
                        Fields.with(
                                amendment,
                                "settlement",
                                settlement,
                                "remark",
                                remark,
                                "settledAt",
                                Fields.text(event.time())));
    }

    /** The positions of an earlier one lapse. */
    private static void consultation(Sheet card, Event event, String since) {
        card.write("status", "CONSULTATION")
                .write(
                        "consultation",
                        Fields.of(
                                "openedAt", Fields.text(event.time()),
                                "deadline", event.value("deadline"),
                                "signatories", event.value("signatories"),
                                "quorum", event.value("quorum"),
                                "note", event.value("note")));
        if (card.text("firstConsultedAt") == null) {
            card.write("firstConsultedAt", since);
        }
    }

    private static void position(Sheet card, Event event) {
        var consultation = new Sheet();
        card.record("consultation").forEach(consultation::write);
        consultation.replaceOrAppend(
                "positions",
                "partner",
                Fields.of(
                        "partner", event.text("partnerId"),
                        "choice", event.text("position"),
                        "at", Fields.text(event.time()),
                        "reason", event.value("reason")));
        card.write("consultation", consultation.copy());
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        return Stream.of(
                        headlines(card),
                        Reckoning.all(card.records("sections"), "heading"),
                        Reckoning.all(card.records("sections"), "body"))
                .flatMap(texts -> texts);
    }

    /** What an entry of the feed is found by that did not change the text. */
    static Stream<@Nullable String> headlines(Sheet card) {
        return Stream.of(card.text("title"), card.text("preview"));
    }
}
