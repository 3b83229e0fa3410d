package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import relais.feed.query.PlainText;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** What a card is found by: the territories it belongs to and the words of its text. */
public final class SearchKeys {

    /** Territories of which the reach is remembered, half a kilobyte each. */
    private static final int REMEMBERED = 2_000;

    private final Territories territories;
    private final Map<String, List<String>> reaches = new ConcurrentHashMap<>();

    public SearchKeys(Territories territories) {
        this.territories = territories;
    }

    /** Every territory, of any vintage, in whose feed something of these belongs. */
    public List<String> reach(List<String> ids) {
        return ids.size() == 1
                ? reach(ids.getFirst())
                : ids.stream().flatMap(id -> reach(id).stream()).distinct().sorted().toList();
    }

    private List<String> reach(String id) {
        List<String> known = reaches.get(id);
        if (known != null) {
            return known;
        }
        // A territory that this build's reference does not know is at least in its own feed.
        Set<String> reached = TerritoryId.read(id).map(territories::reach).orElse(Set.of());
        List<String> reach =
                Stream.concat(Stream.of(id), reached.stream()).distinct().sorted().toList();
        if (reaches.size() < REMEMBERED) {
            reaches.put(id, reach);
        }
        return reach;
    }

    /**
     * The words of a card, which follow it from version to version as long as its texts are the
     * same: to take a text apart costs more than all else that is done for a version.
     *
     * @param terms as {@link FrenchTerms} makes them of the texts
     */
    record CardTerms(List<String> texts, List<String> terms) {}

    /**
     * @param before those of the version before it, or of another one; null if none are known
     */
    CardTerms terms(Card card, @Nullable CardTerms before) {
        List<String> texts = texts(card, true);
        return before != null && before.texts().equals(texts)
                ? before
                : new CardTerms(texts, List.copyOf(FrenchTerms.of(texts)));
    }

    /**
     * Those of the card, and of what was said with the event. A contribution's text is long and
     * mostly the same from one entry to the next: only the entry that changed it is found by it.
     */
    List<String> terms(Card card, CardTerms ofCard, @Nullable String note) {
        List<String> terms =
                card instanceof ContributionCard contribution
                                && contribution.text().textVersion() != card.version()
                        ? List.copyOf(FrenchTerms.of(texts(card, false)))
                        : ofCard.terms();
        if (note == null) {
            return terms;
        }
        var all = new LinkedHashSet<>(terms);
        all.addAll(FrenchTerms.of(note));
        return List.copyOf(all);
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
                                                                    each.heading(),
                                                                    plain(each.body()))));
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
        card.content().searchedTexts().forEach(text -> texts.add(plain(text)));
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
            texts.add(plain(minutes.text()));
            minutes.decisions().forEach(decision -> texts.add(decision.text()));
        }
        return texts.stream();
    }

    private static @Nullable String plain(@Nullable String markdown) {
        return markdown == null ? null : PlainText.of(markdown);
    }

    private @Nullable String nameOf(Headline headline) {
        return TerritoryId.read(headline.territory())
                .flatMap(territories::find)
                .map(territory -> territory.name())
                .orElse(null);
    }
}
