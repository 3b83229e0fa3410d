package relais.feed.adapter.http;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people read: French, or English if they ask for it. */
@Component
public final class Sentences {

    private static final String BUNDLE = "messages";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** A sentence with its {@code {name}}s filled in. */
    String fill(String key, Map<String, String> values, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        String text = bundle.containsKey(key) ? bundle.getString(key) : key;
        // One pass: a title may itself hold something in braces.
        return PLACE.matcher(text)
                .replaceAll(
                        place ->
                                Matcher.quoteReplacement(
                                        values.getOrDefault(place.group(1), place.group())));
    }

    private static ResourceBundle bundle(Locale locale) {
        Locale file =
                locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                        ? Locale.ENGLISH
                        : Locale.ROOT;
        return ResourceBundle.getBundle(
                BUNDLE,
                file,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
