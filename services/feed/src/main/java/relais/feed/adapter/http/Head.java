package relais.feed.adapter.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.Status;
import relais.feed.projection.WorkingDayCard;

/** What a list shows of a card of any kind. */
record Head(
        @Nullable String title,
        @Nullable String preview,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        @Nullable Instant publishedAt,
        @Nullable String reason) {

    static Head of(Card shown) {
        return switch (shown) {
            case PartnerCard card ->
                    titled(card.profile().name(), card.profile().represents(), List.of(), card)
                            .because(card.reason());
            case ExperienceCard card ->
                    new Head(
                            orNull(card.content().title()),
                            orNull(card.content().preview()),
                            card.content().level(),
                            card.content().axes(),
                            card.content().tags(),
                            card.review().firstPublishedAt(),
                            card.review().reason());
            case ContributionCard card ->
                    new Head(
                            card.text().title(),
                            card.text().summary(),
                            null,
                            card.text().axes(),
                            List.of(),
                            card.life().firstConsultedAt(),
                            card.life().reason());
            case ObjectiveCard card ->
                    titled(
                                    card.aim().title(),
                                    card.aim().indicator(),
                                    List.of(card.aim().axis()),
                                    card)
                            .because(card.reason());
            case ActionCard card ->
                    titled(card.plan().title(), null, card.plan().axes(), card)
                            .because(
                                    card.status() == Status.ABANDONED && card.end() != null
                                            ? card.end().remark()
                                            : null);
            case WorkingDayCard card ->
                    titled(card.meeting().theme(), card.meeting().place(), List.of(), card)
                            .because(card.reason());
            case MessageCard card ->
                    new Head(
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            card.revision().createdAt(),
                            card.redaction() == null ? null : card.redaction().reason());
            case BlankCard blank -> throw new IllegalStateException("A blank card has no view");
        };
    }

    private static Head titled(
            String title, @Nullable String preview, List<String> axes, Card card) {
        return new Head(title, preview, null, axes, List.of(), card.revision().createdAt(), null);
    }

    private Head because(@Nullable String why) {
        return new Head(title, preview, level, axes, tags, publishedAt, why);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
