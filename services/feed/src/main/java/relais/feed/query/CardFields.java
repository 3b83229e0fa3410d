package relais.feed.query;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Consultation;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Headline;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;

/**
 * A card as a list of named fields, in the order of the page: what a comparison goes through. A
 * contribution's sections are fields of their own, so that a comparison goes through them one by
 * one, word by word.
 */
final class CardFields {

    private CardFields() {}

    /** Each field with its values; a field without a value is absent. */
    static FieldList of(Card any) {
        var fields = new FieldList();
        switch (any) {
            case BlankCard _ -> {}
            case PartnerCard card -> add(card, fields);
            case ExperienceCard card -> add(card, fields);
            case ContributionCard card -> add(card, fields);
            case ObjectiveCard card -> add(card, fields);
            case ActionCard card -> add(card, fields);
            case WorkingDayCard card -> add(card, fields);
            case MessageCard card -> add(card, fields);
        }
        return fields;
    }

    private static void add(PartnerCard card, FieldList fields) {
        fields.put("status", card.status())
                .put("name", card.title())
                .put("partnerKind", card.profile().kind())
                .put("territory", card.territory())
                .put("siren", card.profile().siren())
                .put("siret", card.profile().siret())
                .put("represents", card.headline().preview())
                .put("charterSignedOn", card.charterSignedOn())
                .put("committee", card.committee() ? true : null)
                .put("reason", card.reason())
                .putAll(
                        "mandates",
                        card.mandates(),
                        each ->
                                "%s %s %s/%s"
                                        .formatted(
                                                each.id(),
                                                each.role(),
                                                each.from(),
                                                each.endedOn() == null
                                                        ? orEmpty(each.until())
                                                        : each.endedOn()));
    }

    private static void add(ExperienceCard card, FieldList fields) {
        Headline headline = card.headline();
        fields.put("status", card.status())
                .put("reason", card.reason())
                .put("title", headline.title())
                .put("preview", headline.preview())
                .put("territory", headline.territory())
                .put("level", headline.level())
                .putAll("axes", headline.axes())
                .putAll("tags", headline.tags());
        fields.putComponents(card.content())
                .putAll("pictures", card.content().pictures(), CardFields::picture)
                .putAll("documents", card.content().documents(), CardFields::document);
        add(card.engagement(), fields);
    }

    /** What it shows, and enough of its hash to see that it is another one. */
    private static String picture(Content.Picture picture) {
        return "%s (%s)".formatted(picture.alternative(), picture.hash().substring(0, 8));
    }

    private static String document(Content.AttachedDocument document) {
        return "%s (%s)".formatted(document.title(), document.hash().substring(0, 8));
    }

    private static void add(ExperienceCard.Engagement engagement, FieldList fields) {
        fields.put("lastConfirmedOn", engagement.lastConfirmedOn());
        if (engagement.highlight() != null) {
            fields.put("highlight.since", engagement.highlight().since())
                    .put("highlight.headline", engagement.highlight().headline())
                    .put("highlight.until", engagement.highlight().until());
        }
        fields.putAll(
                        "endorsements",
                        engagement.endorsements(),
                        ExperienceCard.Endorsement::partner)
                .putAll(
                        "adoptions",
                        engagement.adoptions(),
                        each ->
                                "%s %s %s/%s"
                                        .formatted(
                                                each.partner(),
                                                each.territory(),
                                                each.adoptedOn(),
                                                orEmpty(each.endedOn())));
        for (ExperienceCard.Adoption adoption : engagement.adoptions()) {
            if (adoption.results() != null) {
                fields.put("adoptions." + adoption.id() + ".results", adoption.results().text());
            }
            fields.put("adoptions." + adoption.id() + ".ownExperience", adoption.ownExperience());
        }
    }

    private static void add(ContributionCard card, FieldList fields) {
        Headline headline = card.headline();
        fields.put("status", card.status())
                .put("reason", card.reason())
                .put("adoptedOn", card.life().adoptedOn())
                .put("adoptionNote", card.life().adoptionNote())
                .put("supersedes", card.opening().supersedes())
                .put("supersededBy", card.life().supersededBy())
                .put("title", headline.title())
                .put("summary", headline.preview())
                .put("contributionKind", card.opening().contributionKind())
                .putAll("axes", headline.axes())
                .putAll("drafters", card.opening().drafters())
                .putAll("sections", card.text().sections(), ContributionCard.Section::id);
        for (ContributionCard.Section section : card.text().sections()) {
            fields.put("sections." + section.id() + ".heading", section.heading())
                    .put("sections." + section.id() + ".body", section.body());
        }
        fields.putAll("evidence", card.evidence(), CardFields::evidence)
                .putAll(
                        "amendments",
                        card.amendments(),
                        each ->
                                "%s %s %s %s"
                                        .formatted(
                                                each.id(),
                                                each.partner(),
                                                each.section(),
                                                each.settlement()));
        Consultation consultation = card.consultation();
        if (consultation != null) {
            fields.put("consultation.deadline", consultation.deadline())
                    .put("consultation.quorum", consultation.quorum())
                    .put("consultation.note", consultation.note())
                    .put("consultation.closedBecause", consultation.closedBecause())
                    .putAll("signatories", consultation.signatories())
                    .putAll(
                            "positions",
                            consultation.positions(),
                            each ->
                                    "%s %s %s"
                                            .formatted(
                                                    each.partner(),
                                                    each.choice(),
                                                    orEmpty(each.reason()))
                                            .strip());
        }
    }

    private static String evidence(ContributionCard.Evidence evidence) {
        String pinned = evidence.experience() + ":" + evidence.version();
        ContributionCard.Outdated outdated = evidence.outdated();
        return outdated == null
                ? pinned
                : "%s %s:%d".formatted(pinned, outdated.change(), outdated.inVersion());
    }

    private static void add(ObjectiveCard card, FieldList fields) {
        ObjectiveCard.Aim aim = card.aim();
        fields.put("status", card.status())
                .put("reason", card.reason())
                .put("title", card.title())
                .putAll("axes", card.headline().axes())
                .put("indicator", card.headline().preview())
                .put("unit", aim.unit())
                .put("baseline", aim.baseline() == null ? null : plain(aim.baseline()))
                .put("baselineOn", aim.baselineOn())
                .put("target", plain(aim.target()))
                .put("dueOn", card.dueOn())
                .put("steward", aim.steward())
                .put("note", aim.note())
                .putAll(
                        "measures",
                        card.measures(),
                        each -> each.measuredOn() + " " + plain(each.value()));
    }

    private static void add(ActionCard card, FieldList fields) {
        ActionCard.Plan plan = card.plan();
        fields.put("status", card.status())
                .put("title", card.title())
                .put("description", plan.description())
                .put("lead", card.partner())
                .putAll("partnersInvolved", plan.partnersInvolved())
                .put("territory", card.territory())
                .putAll("axes", card.headline().axes())
                .put("dueOn", card.dueOn())
                .putAll("objectives", plan.objectives())
                .put("contribution", plan.contribution())
                .putAll("experiences", plan.experiences())
                .putAll(
                        "progress",
                        card.progress(),
                        each -> "%d %% %s".formatted(each.percent(), each.report()));
        if (card.end() != null) {
            fields.put("completedOn", card.end().completedOn()).put("remark", card.end().remark());
        }
    }

    private static void add(WorkingDayCard card, FieldList fields) {
        fields.put("status", card.status())
                .put("reason", card.reason())
                .put("date", card.meeting().date())
                .put("place", card.place())
                .put("territory", card.meeting().inTerritory())
                .put("theme", card.theme())
                .put("description", card.meeting().description())
                .putAll(
                        "agenda",
                        card.agenda(),
                        each ->
                                each.card() == null
                                        ? each.label()
                                        : each.label() + " " + each.card());
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            fields.put("minutes.text", minutes.text())
                    .put("minutes.correction", minutes.correction())
                    .putAll("attending", minutes.attending())
                    .putAll(
                            "decisions",
                            minutes.decisions(),
                            each -> each.id() + " " + each.text());
        }
    }

    private static void add(MessageCard card, FieldList fields) {
        fields.put("status", card.status())
                .put("subject", card.posting().subject())
                .put("length", card.posting().length());
        MessageCard.Redacted redaction = card.redaction();
        if (redaction != null) {
            fields.put("redactedBy", redaction.by()).put("reason", redaction.reason());
        }
    }

    /** As people write it: a figure that was stored with more digits is the same figure. */
    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
