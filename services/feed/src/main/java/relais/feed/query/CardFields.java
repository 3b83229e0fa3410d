package relais.feed.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ContributionCard.Section;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;

/** A card as a list of named fields, in the order of the page: what a comparison goes through. */
final class CardFields {

    private final SequencedMap<String, List<String>> fields = new LinkedHashMap<>();

    private CardFields() {}

    /** Each field with its values; a field without a value is absent. */
    static SequencedMap<String, List<String>> of(Card card) {
        var result = new CardFields();
        switch (card) {
            case BlankCard blank -> {}
            case PartnerCard partner -> result.partner(partner);
            case ExperienceCard experience -> result.experience(experience);
            case ContributionCard contribution -> result.contribution(contribution);
            case ObjectiveCard objective -> result.objective(objective);
            case ActionCard action -> result.action(action);
            case WorkingDayCard day -> result.workingDay(day);
            case MessageCard message -> result.message(message);
        }
        return result.fields;
    }

    private void partner(PartnerCard card) {
        put("status", card.status());
        put("name", card.profile().name());
        put("partnerKind", card.profile().partnerKind());
        put("territory", card.profile().territory());
        put("siren", card.profile().siren());
        put("siret", card.profile().siret());
        put("represents", card.profile().represents());
        put("charterSignedOn", card.charterSignedOn());
        put("reason", card.reason());
        putAll(
                "mandates",
                card.mandates().stream()
                        .map(
                                mandate ->
                                        "%s %s %s/%s"
                                                .formatted(
                                                        mandate.id(),
                                                        mandate.role(),
                                                        mandate.from(),
                                                        mandate.endedOn() == null
                                                                ? orEmpty(mandate.until())
                                                                : mandate.endedOn()))
                        .toList());
    }

    private void experience(ExperienceCard card) {
        put("status", card.status());
        put("reason", card.review().reason());
        content(card.content());
        echo(card.echo());
    }

    private void content(Content content) {
        put("title", content.title());
        put("preview", content.preview());
        put("territory", content.territory());
        put("level", content.level());
        putAll("axes", content.axes());
        putAll("tags", content.tags());
        put("audience", content.audience());
        put("startedOn", content.startedOn());
        put("endedOn", content.endedOn());
        put("problem", content.problem());
        put("action", content.action());
        putAll("partnersInvolved", content.partnersInvolved());
        if (content.means() != null) {
            put("means.euros", content.means().euros());
            put("means.fte", content.means().fte());
            put("means.note", content.means().note());
        }
        if (content.results() != null) {
            put("results.kind", content.results().kind());
            put("results.text", content.results().text());
        }
        put("difficulties", content.difficulties());
        put("transfer", content.transfer());
        putAll(
                "links",
                content.links().stream().map(link -> link.label() + " " + link.url()).toList());
        put("licence", content.licence());
    }

    private void echo(ExperienceCard.Echo echo) {
        put("lastConfirmedOn", echo.lastConfirmedOn());
        if (echo.highlight() != null) {
            put("highlight.since", echo.highlight().since());
            put("highlight.headline", echo.highlight().headline());
            put("highlight.until", echo.highlight().until());
        }
        putAll(
                "endorsements",
                echo.endorsements().stream().map(ExperienceCard.Endorsement::partner).toList());
        putAll(
                "adoptions",
                echo.adoptions().stream()
                        .map(
                                adoption ->
                                        "%s %s %s/%s"
                                                .formatted(
                                                        adoption.partner(),
                                                        adoption.territory(),
                                                        adoption.adoptedOn(),
                                                        orEmpty(adoption.endedOn())))
                        .toList());
        for (Map.Entry<String, String> report : reports(echo).entrySet()) {
            put(report.getKey(), report.getValue());
        }
    }

    private static Map<String, String> reports(ExperienceCard.Echo echo) {
        var reports = new LinkedHashMap<String, String>();
        for (ExperienceCard.Adoption adoption : echo.adoptions()) {
            if (adoption.results() != null) {
                reports.put("adoptions." + adoption.id() + ".results", adoption.results().text());
            }
        }
        return reports;
    }

    private void contribution(ContributionCard card) {
        put("status", card.status());
        put("reason", card.life().reason());
        put("adoptedOn", card.life().adoptedOn());
        put("adoptionNote", card.life().adoptionNote());
        put("supersedes", card.opening().supersedes());
        put("supersededBy", card.life().supersededBy());
        put("title", card.text().title());
        put("summary", card.text().summary());
        put("contributionKind", card.opening().contributionKind());
        putAll("axes", card.text().axes());
        putAll("drafters", card.opening().drafters());
        putAll("sections", card.text().sections().stream().map(Section::id).toList());
        for (Section section : card.text().sections()) {
            put("sections." + section.id() + ".heading", section.heading());
            put("sections." + section.id() + ".body", section.body());
        }
        putAll("evidence", card.evidence().stream().map(CardFields::evidence).toList());
        putAll(
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
            put("consultation.deadline", consultation.deadline());
            put("consultation.quorum", consultation.quorum());
            put("consultation.note", consultation.note());
            put("consultation.closedBecause", consultation.closedBecause());
            putAll("signatories", consultation.signatories());
            putAll(
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

    private void objective(ObjectiveCard card) {
        ObjectiveCard.Aim aim = card.aim();
        put("status", card.status());
        put("reason", card.reason());
        put("title", aim.title());
        putAll("axes", List.of(aim.axis()));
        put("indicator", aim.indicator());
        put("unit", aim.unit());
        put("baseline", plain(aim.baseline()));
        put("baselineOn", aim.baselineOn());
        put("target", plain(aim.target()));
        put("dueOn", aim.dueOn());
        put("steward", aim.steward());
        put("note", aim.note());
        putAll(
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

    private void action(ActionCard card) {
        ActionCard.Plan plan = card.plan();
        put("status", card.status());
        put("title", plan.title());
        put("description", plan.description());
        put("lead", plan.lead());
        putAll("partnersInvolved", plan.partnersInvolved());
        put("territory", plan.territory());
        putAll("axes", plan.axes());
        put("dueOn", plan.dueOn());
        putAll("objectives", plan.objectives());
        put("contribution", plan.contribution());
        putAll("experiences", plan.experiences());
        putAll(
                "progress",
                card.progress().stream()
                        .map(report -> "%d %% %s".formatted(report.percent(), report.report()))
                        .toList());
        if (card.end() != null) {
            put("completedOn", card.end().completedOn());
            put("remark", card.end().remark());
        }
    }

    private void workingDay(WorkingDayCard card) {
        put("status", card.status());
        put("reason", card.reason());
        put("date", card.meeting().date());
        put("place", card.meeting().place());
        put("territory", card.meeting().inTerritory());
        put("theme", card.meeting().theme());
        put("description", card.meeting().description());
        putAll("agenda", card.agenda().stream().map(CardFields::agendaItem).toList());
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            put("minutes.text", minutes.text());
            put("minutes.correction", minutes.correction());
            putAll("attending", minutes.attending());
            putAll(
                    "decisions",
                    minutes.decisions().stream()
                            .map(decision -> decision.id() + " " + decision.text())
                            .toList());
        }
    }

    private static String agendaItem(WorkingDayCard.AgendaItem item) {
        return item.cardId() == null ? item.label() : item.label() + " " + item.cardId();
    }

    private void message(MessageCard card) {
        put("status", card.status());
        put("subject", card.posting().subject());
        put("length", card.posting().length());
        MessageCard.Redacted redaction = card.redaction();
        if (redaction != null) {
            put("redactedBy", redaction.by());
            put("reason", redaction.reason());
        }
    }

    /** As people write it: a figure that was stored with more digits is the same figure. */
    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    private void put(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(field, List.of(value.toString()));
        }
    }

    private void putAll(String field, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(field, values);
        }
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
