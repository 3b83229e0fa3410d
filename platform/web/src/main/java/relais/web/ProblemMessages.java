package relais.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of problems: the service's own bundles first, in their order, then this module's. The
 * file without a suffix is French, {@code _en} is English, both in UTF-8.
 *
 * <p>Unlike {@link java.text.MessageFormat}, an apostrophe is an apostrophe (a doubled one too, for
 * those who are used to it) and a number keeps its digits together: versions and years are no
 * amounts.
 *
 * <p>An enum constant among the arguments is said in words too, those of {@code
 * word.<Enum>.<CONSTANT>} if a bundle has them: a code is for programs. So is a day, and an
 * instant, as people write them; an instant in the time of Paris, to the minute. Of a text, which
 * may be the sender's own, only what can be seen is repeated.
 */
public final class ProblemMessages {

    /** Of the platform, each where the module is present. */
    private static final List<String> PLATFORM =
            List.of("relais.aggregates.messages", "relais.web.messages");

    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");
    private static final Pattern PLACE_IN_LIST = Pattern.compile("\\[\\d+]");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    /**
     * @param serviceBundles the base names of the service's own bundles, any of which may not exist
     */
    public ProblemMessages(List<String> serviceBundles, ClassLoader loader) {
        texts.setBundleClassLoader(loader);
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        texts.setBasenames(
                Stream.concat(serviceBundles.stream(), PLATFORM.stream())
                        .filter(name -> exists(name, loader))
                        .toArray(String[]::new));
    }

    /**
     * The message, or nothing if no bundle has it.
     *
     * @param key such as {@code violation.too-long}
     * @param args what fills {@code {0}}, {@code {1}}…
     * @param locale English if it says so, French otherwise
     */
    public Optional<String> find(String key, List<Object> args, Locale locale) {
        Locale file = isEnglish(locale) ? Locale.ENGLISH : Locale.ROOT;
        return pattern(key, file).map(pattern -> fill(pattern, args, file));
    }

    /**
     * What is wrong with a field, in words that name it if a bundle has such: those of {@code
     * violation.<code>.<field>}, else those of {@code violation.<code>}. Of a path such as {@code
     * decisions[0].action.title} the whole counts, without its places, and else the last name.
     */
    public Optional<String> violation(String field, String code, List<Object> args, Locale locale) {
        String path = PLACE_IN_LIST.matcher(field).replaceAll("");
        String name = path.substring(path.lastIndexOf('.') + 1);
        return find("violation." + code + "." + path, args, locale)
                .or(() -> find("violation." + code + "." + name, args, locale))
                .or(() -> find("violation." + code, args, locale));
    }

    private Optional<String> pattern(String key, Locale file) {
        return Optional.ofNullable(texts.getMessage(key, null, null, file))
                .map(pattern -> pattern.replace("''", "'"));
    }

    private static boolean exists(String name, ClassLoader loader) {
        return loader.getResource(name.replace('.', '/') + ".properties") != null;
    }

    private String fill(String pattern, List<Object> args, Locale file) {
        return HOLE.matcher(pattern)
                .replaceAll(
                        hole -> {
                            int i = Integer.parseInt(hole.group(1));
                            String words =
                                    i < args.size() ? words(args.get(i), file) : hole.group();
                            return Matcher.quoteReplacement(words);
                        });
    }

    private String words(Object arg, Locale file) {
        if (arg instanceof Enum<?> constant) {
            String type = constant.getDeclaringClass().getSimpleName();
            return pattern("word." + type + "." + constant.name(), file).orElse(constant.name());
        }
        return switch (arg) {
            case LocalDate day -> day(day, file);
            case Instant instant -> moment(instant.atZone(PARIS), file);
            case String text -> Words.line(text);
            default -> String.valueOf(arg);
        };
    }

    private static String day(LocalDate day, Locale file) {
        boolean first = day.getDayOfMonth() == 1 && !isEnglish(file);
        return format(first ? "d'er' MMMM yyyy" : "d MMMM yyyy", file).format(day);
    }

    private static String moment(ZonedDateTime moment, Locale file) {
        String time = format(isEnglish(file) ? "', 'HH:mm" : "' à 'H' h 'mm", file).format(moment);
        return day(moment.toLocalDate(), file) + time;
    }

    private static DateTimeFormatter format(String pattern, Locale file) {
        return DateTimeFormatter.ofPattern(
                pattern, isEnglish(file) ? Locale.ENGLISH : Locale.FRENCH);
    }

    private static boolean isEnglish(Locale file) {
        return file.getLanguage().equals("en");
    }
}
