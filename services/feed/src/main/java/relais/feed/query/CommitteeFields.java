package relais.feed.query;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.WorkingDayCard;

/**
 * The committee's cards as lists of named fields. A contribution's sections are fields of their
 * own, so that a comparison goes through them one by one, word by word.
 */
final class CommitteeFields {

    private CommitteeFields() {}

    static void add(ContributionCard card, FieldList fields) {
        fields.put("status", card.status());
        fields.put("reason", card.life().reason());
        fields.put("adoptedOn", card.life().adoptedOn());
        fields.put("adoptionNote", card.life().adoptionNote());
        fields.put("supersedes", card.opening().supersedes());
        fields.put("supersededBy", card.life().supersededBy());
        fields.put("title", card.text().title());
        fields.put("summary", card.text().summary());
        fields.put("contributionKind", card.opening().contributionKind());
        fields.putAll("axes", card.text().axes());
        fields.putAll("drafters", card.opening().drafters());
        fields.putAll("sections", card.text().sections().stream().map(Section::id).toList());
        for (Section section : card.text().sections()) {
            fields.put("sections." + section.id() + ".heading", section.heading());
            fields.put("sections." + section.id() + ".body", section.body());
        }
        fields.putAll("evidence", card.evidence().stream().map(CommitteeFields::evidence).toList());
        fields.putAll(
                "amendments",
                card.amendments().stream()
                        .map(
                                amendment ->
                                        "%s %s %s %s"
                                                .formatted(
                                                        amendment.id(),
                                                        amendment.partner(),
                                                        amendment.section(),
                                                        amendment.settlement()))
                        .toList());
        ContributionCard.Consultation consultation = card.consultation();
        if (consultation != null) {
            fields.put("consultation.deadline", consultation.deadline());
            fields.put("consultation.quorum", consultation.quorum());
            fields.put("consultation.note", consultation.note());
            fields.put("consultation.closedBecause", consultation.closedBecause());
            fields.putAll("signatories", consultation.signatories());
            fields.putAll(
                    "positions",
                    consultation.positions().stream()
                            .map(
                                    position ->
                                            "%s %s %s"
                                                    .formatted(
                                                            position.partner(),
                                                            position.choice(),
                                                            orEmpty(position.reason()))
                                                    .strip())
                            .toList());
        }
    }

    private static String evidence(ContributionCard.Evidence evidence) {
        String pinned = evidence.experience() + ":" + evidence.version();
        ContributionCard.Outdated outdated = evidence.outdated();
        return outdated == null
                ? pinned
                : "%s %s:%d".formatted(pinned, outdated.change(), outdated.inVersion());
    }

    static void add(ObjectiveCard card, FieldList fields) {
        ObjectiveCard.Aim aim = card.aim();
        fields.put("status", card.status());
        fields.put("reason", card.reason());
        fields.put("title", aim.title());
        fields.putAll("axes", List.of(aim.axis()));
        fields.put("indicator", aim.indicator());
        fields.put("unit", aim.unit());
        fields.put("baseline", plain(aim.baseline()));
        fields.put("baselineOn", aim.baselineOn());
        fields.put("target", plain(aim.target()));
        fields.put("dueOn", aim.dueOn());
        fields.put("steward", aim.steward());
        fields.put("note", aim.note());
        fields.putAll(
                "measures",
                card.measures().stream()
                        .map(
                                measure ->
                                        "%s %s"
                                                .formatted(
                                                        measure.measuredOn(),
                                                        plain(measure.value())))
                        .toList());
    }

    static void add(ActionCard card, FieldList fields) {
        ActionCard.Plan plan = card.plan();
        fields.put("status", card.status());
        fields.put("title", plan.title());
        fields.put("description", plan.description());
        fields.put("lead", plan.lead());
        fields.putAll("partnersInvolved", plan.partnersInvolved());
        fields.put("territory", plan.territory());
        fields.putAll("axes", plan.axes());
        fields.put("dueOn", plan.dueOn());
        fields.putAll("objectives", plan.objectives());
        fields.put("contribution", plan.contribution());
        fields.putAll("experiences", plan.experiences());
        fields.putAll(
                "progress",
                card.progress().stream()
                        .map(report -> "%d %% %s".formatted(report.percent(), report.report()))
                        .toList());
        if (card.end() != null) {
            fields.put("completedOn", card.end().completedOn());
            fields.put("remark", card.end().remark());
        }
    }

    static void add(WorkingDayCard card, FieldList fields) {
        fields.put("status", card.status());
        fields.put("reason", card.reason());
        fields.put("date", card.meeting().date());
        fields.put("place", card.meeting().place());
        fields.put("territory", card.meeting().inTerritory());
        fields.put("theme", card.meeting().theme());
        fields.put("description", card.meeting().description());
        fields.putAll("agenda", card.agenda().stream().map(CommitteeFields::agendaItem).toList());
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            fields.put("minutes.text", minutes.text());
            fields.put("minutes.correction", minutes.correction());
            fields.putAll("attending", minutes.attending());
            fields.putAll(
                    "decisions",
                    minutes.decisions().stream()
                            .map(decision -> decision.id() + " " + decision.text())
                            .toList());
        }
    }

    private static String agendaItem(WorkingDayCard.AgendaItem item) {
        return item.cardId() == null ? item.label() : item.label() + " " + item.cardId();
    }

    static void add(MessageCard card, FieldList fields) {
        fields.put("status", card.status());
        fields.put("subject", card.posting().subject());
        fields.put("length", card.posting().length());
        MessageCard.Redacted redaction = card.redaction();
        if (redaction != null) {
            fields.put("redactedBy", redaction.by());
            fields.put("reason", redaction.reason());
        }
    }

    /** As people write it: a figure that was stored with more digits is the same figure. */
    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
