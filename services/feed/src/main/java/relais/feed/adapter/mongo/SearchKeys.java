package relais.feed.adapter.mongo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
     * @param texts as they are stored: whether they are the same is asked for every version
     * @param terms as {@link FrenchTerms} makes them of what the texts say
     */
    record CardTerms(List<Text> texts, List<String> terms) {

        /** Characters of all texts. */
        long length() {
            return texts.stream().mapToLong(text -> text.stored().length()).sum();
        }
    }

    /** A text of a card, as it is stored. */
    record Text(String stored, boolean isMarkdown) {

        private String said() {
            return isMarkdown ? PlainText.of(stored) : stored;
        }
    }

    /**
     * @param before those of the version before it, or of another one; null if none are known
     */
    CardTerms terms(Card card, @Nullable CardTerms before) {
        List<Text> texts = texts(card, true);
        return before != null && before.texts().equals(texts)
                ? before
                : new CardTerms(texts, List.copyOf(termsOf(texts)));
    }

    /**
     * The words of a card that was stored with them.
     *
     * @param terms as they are stored
     */
    CardTerms known(Card card, List<String> terms) {
        return new CardTerms(texts(card, true), terms);
    }

    private static Set<String> termsOf(List<Text> texts) {
        return FrenchTerms.of(texts.stream().map(Text::said).toList());
    }

    /**
     * Those of the card, and of what was said with the event. A contribution's text is long and
     * mostly the same from one entry to the next: only the entry that changed it is found by it.
     */
    List<String> terms(Card card, CardTerms ofCard, @Nullable String note) {
        List<String> terms =
                card instanceof ContributionCard contribution
                                && contribution.text().textVersion() != card.version()
                        ? List.copyOf(termsOf(texts(card, false)))
                        : ofCard.terms();
        if (note == null) {
            return terms;
        }
        var all = new LinkedHashSet<>(terms);
        all.addAll(FrenchTerms.of(note));
        return List.copyOf(all);
    }

    private List<Text> texts(Card any, boolean sections) {
        var texts = new Texts();
        switch (any) {
            case BlankCard _, MessageCard _ -> {}
            case PartnerCard card ->
                    texts.add(card.title(), card.headline().preview(), nameOf(card.headline()));
            case ExperienceCard card -> experience(card, texts);
            case ContributionCard card -> {
                texts.add(card.title(), card.headline().preview());
                if (sections) {
                    card.text()
                            .sections()
                            .forEach(
                                    each -> {
                                        texts.add(each.heading());
                                        texts.addMarkdown(each.body());
                                    });
                }
            }
            case ObjectiveCard card ->
                    texts.add(card.title(), card.headline().preview(), card.aim().note());
            case ActionCard card ->
                    texts.add(card.title(), card.plan().description(), nameOf(card.headline()));
            case WorkingDayCard card -> workingDay(card, texts);
        }
        return texts.all;
    }

    /** Those that there are. */
    private static final class Texts {

        private final List<Text> all = new ArrayList<>();

        void add(@Nullable String... texts) {
            for (String text : texts) {
                if (text != null) {
                    all.add(new Text(text, false));
                }
            }
        }

        void addMarkdown(@Nullable String text) {
            if (text != null) {
                all.add(new Text(text, true));
            }
        }
    }

    private void experience(ExperienceCard card, Texts texts) {
        Headline headline = card.headline();
        texts.add(headline.title(), headline.preview());
        headline.tags().forEach(texts::add);
        card.content().searchedTexts().forEach(texts::addMarkdown);
        texts.add(nameOf(headline));
    }

    private void workingDay(WorkingDayCard card, Texts texts) {
        texts.add(
                card.theme(), card.place(), card.meeting().description(), nameOf(card.headline()));
        card.agenda().forEach(item -> texts.add(item.label()));
        WorkingDayCard.Minutes minutes = card.minutes();
        if (minutes != null) {
            texts.addMarkdown(minutes.text());
            minutes.decisions().forEach(decision -> texts.add(decision.text()));
        }
    }

    private @Nullable String nameOf(Headline headline) {
        return TerritoryId.read(headline.territory())
                .flatMap(territories::find)
                .map(territory -> territory.name())
                .orElse(null);
    }
}
