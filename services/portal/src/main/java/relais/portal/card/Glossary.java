package relais.portal.card;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.CardRef;
import relais.portal.api.Named;
import relais.portal.page.Words;

/**
 * The names that a card itself knows for the identifiers in what changed of it: a difference
 * between two versions says {@code p-academie-18}, readers want the académie.
 */
public final class Glossary {

    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b(?:[a-z]{1,4}(?:-[a-z0-9]+)+|[a-z]+:[A-Z0-9]+)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z)?");

    private final Map<String, String> names = new HashMap<>();
    private final Words words;

    private Glossary(Words words) {
        this.words = words;
    }

    static Glossary of(@Nullable Card card, Words words) {
        var glossary = new Glossary(words);
        if (card != null) {
            glossary.learn(card);
        }
        return glossary;
    }

    /** The same text with names and days as people write them. */
    public String in(String text) {
        if (DAY.matcher(text).matches()) {
            return words.typed(text);
        }
        return IDENTIFIER
                .matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        names.getOrDefault(found.group(), found.group())));
    }

    private void learn(Card card) {
        add(card.partner());
        add(card.territory());
        Card.Experience experience = card.experience();
        if (experience != null) {
            add(experience.competentPartner());
            experience.endorsements().forEach(each -> add(each.partner()));
            experience
                    .adoptions()
                    .forEach(each -> addAll(List.of(each.partner(), each.territory())));
        }
        Card.Contribution contribution = card.contribution();
        if (contribution != null) {
            learn(contribution);
        }
        Card.Objective objective = card.objective();
        if (objective != null) {
            add(objective.steward());
        }
        Card.Action action = card.action();
        if (action != null) {
            addAll(action.partnersInvolved());
            action.objectives().forEach(this::add);
            action.experiences().forEach(this::add);
            add(action.contribution());
        }
        Card.WorkingDay day = card.workingDay();
        if (day != null) {
            learn(day);
        }
    }

    private void learn(Card.Contribution contribution) {
        addAll(contribution.drafters());
        contribution.amendments().forEach(each -> add(each.partner()));
        contribution.evidence().forEach(each -> put(each.experience(), each.title()));
        add(contribution.supersedes());
        add(contribution.supersededBy());
        Card.Consultation consultation = contribution.consultation();
        if (consultation != null) {
            addAll(consultation.signatories());
        }
    }

    private void learn(Card.WorkingDay day) {
        add(day.inTerritory());
        for (Card.AgendaItem item : day.agenda()) {
            add(item.partner());
            add(item.card());
        }
        Card.Minutes minutes = day.minutes();
        if (minutes != null) {
            addAll(minutes.attending());
        }
    }

    private void addAll(Collection<Named> all) {
        all.forEach(this::add);
    }

    private void add(@Nullable Named named) {
        if (named != null) {
            put(named.id(), named.name());
        }
    }

    private void add(@Nullable CardRef card) {
        if (card != null) {
            put(card.id(), card.title());
        }
    }

    private void put(String id, @Nullable String name) {
        if (name != null) {
            names.put(id, name);
        }
    }
}
