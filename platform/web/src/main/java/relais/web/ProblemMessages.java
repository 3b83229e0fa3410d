package relais.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The words of problems: the service's own bundle first, then this module's. The file without a
 * suffix is French, {@code _en} is English, both in UTF-8.
 *
 * <p>Unlike {@link java.text.MessageFormat}, an apostrophe is an apostrophe (a doubled one too, for
 * those who are used to it) and a number keeps its digits together: versions and years are no
 * amounts.
 */
final class ProblemMessages {

    private static final String OWN = "relais.web.messages";

    private final List<String> bundles;
    private final ClassLoader loader;

    ProblemMessages(String serviceBundle, ClassLoader loader) {
        this.loader = loader;
        // A service without words of its own is fine; a missing language of an existing bundle is
        // not.
        this.bundles = Stream.of(serviceBundle, OWN).filter(name -> exists(name, loader)).toList();
    }

    /** The message, or nothing if no bundle has it. */
    Optional<String> find(String key, List<Object> args, Locale locale) {
        Locale file = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        return bundles.stream()
                .map(name -> bundle(name, file))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .map(bundle -> fill(bundle.getString(key), args));
    }

    private ResourceBundle bundle(String name, Locale locale) {
        return Objects.requireNonNull(
                ResourceBundle.getBundle(
                        name,
                        locale,
                        loader,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private static boolean exists(String name, ClassLoader loader) {
        return loader.getResource(name.replace('.', '/') + ".properties") != null;
    }

    private static String fill(String pattern, List<Object> args) {
        String text = pattern.replace("''", "'");
        for (int i = 0; i < args.size(); i++) {
            text = text.replace("{" + i + "}", String.valueOf(args.get(i)));
        }
        return text;
    }
}
