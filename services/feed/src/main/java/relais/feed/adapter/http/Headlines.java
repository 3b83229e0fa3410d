package relais.feed.adapter.http;

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
import relais.feed.projection.WorkingDayCard;

/** What a list shows of a card in a line or two. */
final class Headlines {

    private Headlines() {}

    static SearchedList.Headline of(Card any) {
        return switch (any) {
            case ExperienceCard card ->
                    headline(
                            card.content().title(),
                            card.content().preview(),
                            card.content().tags());
            case ContributionCard card ->
                    headline(card.text().title(), card.text().summary(), List.of());
            case PartnerCard card ->
                    headline(card.profile().name(), card.profile().represents(), List.of());
            case ObjectiveCard card ->
                    headline(card.aim().title(), card.aim().indicator(), List.of());
            case ActionCard card ->
                    headline(card.plan().title(), card.plan().description(), List.of());
            case WorkingDayCard card ->
                    headline(card.meeting().theme(), card.meeting().description(), List.of());
            case MessageCard _, BlankCard _ -> headline("", null, List.of());
        };
    }

    private static SearchedList.Headline headline(
            String title, @Nullable String preview, List<String> tags) {
        return new SearchedList.Headline(title, preview == null ? "" : preview, tags);
    }
}
