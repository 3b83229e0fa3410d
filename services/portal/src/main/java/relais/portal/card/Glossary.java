package relais.portal.card;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Card;
import relais.portal.api.CardRef;
import relais.portal.api.FieldPaths;
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
        glossary.learn(card);
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

    /** Whatever has an identifier and a name, in any part of the card. */
    private void learn(@Nullable Object part) {
        switch (part) {
            case Named named -> put(named.id(), named.name());
            case CardRef card -> put(card.id(), card.title());
            case Card.Evidence cited -> put(cited.experience(), cited.title());
            case Record record -> FieldPaths.values(record).forEach(this::learn);
            case List<?> entries -> entries.forEach(this::learn);
            case null, default -> {}
        }
    }

    private void put(String id, @Nullable String name) {
        if (name != null) {
            names.put(id, name);
        }
    }
}
