package relais.experiences.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import relais.experiences.domain.Refusal;

/** The sentences of violations where they are part of an answer and not of a problem. */
final class ViolationWords {

    private static final List<String> BUNDLES = List.of("messages", "relais.web.messages");

    private ViolationWords() {}

    static String of(Refusal refusal, Locale reader) {
        Locale locale = reader.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        String key = "violation." + refusal.code();
        String text =
                BUNDLES.stream()
                        .map(name -> bundle(name, locale))
                        .filter(bundle -> bundle.containsKey(key))
                        .map(bundle -> bundle.getString(key))
                        .findFirst()
                        .orElse(refusal.code());
        for (int i = 0; i < refusal.args().size(); i++) {
            text = text.replace("{" + i + "}", String.valueOf(refusal.args().get(i)));
        }
        return text;
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                ViolationWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
