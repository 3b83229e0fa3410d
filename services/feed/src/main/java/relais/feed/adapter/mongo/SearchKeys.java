package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.Headline;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;
import relais.feed.query.FrenchTerms;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** What a card is found by: the territories it belongs to and the words of its text. */
final class SearchKeys {

    private final Territories territories;

    SearchKeys(Territories territories) {
        this.territories = territories;
    }

    /** Every territory, of any vintage, in whose feed something of these belongs. */
    List<String> reach(Collection<String> ids) {
        var reach = new LinkedHashSet<String>();
        for (String id : ids) {
            // A territory that this build's reference does not know is at least in its own feed.
            reach.add(id);
            TerritoryId.read(id).ifPresent(known -> reach.addAll(territories.reach(known)));
        }
        return reach.stream().sorted().toList();
    }

    List<String> terms(Card card) {
        return List.copyOf(FrenchTerms.of(texts(card, true)));
    }

    /**
     * Those of the card, and of what was said with the event. A contribution's text is long and
     * mostly the same from one entry to the next: only the entry that changed it is found by it.
     */
    List<String> terms(Card card, @Nullable String note) {
        boolean sections =
                card instanceof ContributionCard contribution
                        && contribution.text().textVersion() == card.version();
        var terms = new LinkedHashSet<>(FrenchTerms.of(texts(card, sections)));
        if (note != null) {
            terms.addAll(FrenchTerms.of(note));
        }
        return List.copyOf(terms);
    }

    private List<String> texts(Card any, boolean sections) {
        Stream<@Nullable String> texts =
                switch (any) {
                    case BlankCard _, MessageCard _ -> Stream.of();
                    case PartnerCard card ->
                            Stream.of(
                                    card.title(),
                                    card.headline().preview(),
                                    nameOf(card.headline()));
                    case ExperienceCard card -> experience(card);
                    case ContributionCard card ->
                            Stream.concat(
                                    Stream.of(card.title(), card.headline().preview()),
                                    card.text().sections().stream()
                                            .filter(_ -> sections)
                                            .flatMap(
                                                    each ->
                                                            Stream.of(
                                                                    each.heading(), each.body())));
                    case ObjectiveCard card ->
                            Stream.of(card.title(), card.headline().preview(), card.aim().note());
                    case ActionCard card ->
                            Stream.of(
                                    card.title(),
                                    card.plan().description(),
                                    nameOf(card.headline()));
                    case WorkingDayCard card -> workingDay(card);
                };
        return texts.filter(Objects::nonNull).map(String::valueOf).toList();
    }

    private Stream<@Nullable String> experience(ExperienceCard card) {
        Headline headline = card.headline();
        var texts = new ArrayList<@Nullable String>();
        texts.add(headline.title());
        texts.add(headline.preview());
        texts.addAll(headline.tags());
        texts.addAll(card.content().searchedTexts());
        texts.add(nameOf(headline));
        return texts.stream();
    }

    private Stream<@Nullable String> workingDay(WorkingDayCard card) {
        var texts = new ArrayList<@Nullable String>();
        texts.add(card.theme());
        texts.add(card.place());
        texts.add(card.meeting().description());
        texts.add(nameOf(card.headline()));
        card.agenda().forEach(item -> texts.add(item.label()));
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            texts.add(minutes.text());
            minutes.decisions().forEach(decision -> texts.add(decision.text()));
        }
        return texts.stream();
    }

    private @Nullable String nameOf(Headline headline) {
        return TerritoryId.read(headline.territory())
                .flatMap(territories::find)
                .map(territory -> territory.name())
                .orElse(null);
    }
}
