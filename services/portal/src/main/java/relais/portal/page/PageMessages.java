package relais.portal.page;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The words of all pages, French unless asked for in English; no French line begins with a sign.
 */
public final class PageMessages extends ResourceBundleMessageSource {

    /** There is a file for each part of the portal; the first that has a key says it. */
    public PageMessages(List<String> files) {
        setBasenames(files.toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        String words = super.resolveCodeWithoutArguments(code, locale);
        return words == null ? null : unbroken(words, locale);
    }

    @Override
    protected MessageFormat createMessageFormat(String words, @Nullable Locale locale) {
        return super.createMessageFormat(unbroken(words, locale), locale);
    }

    private static String unbroken(String words, @Nullable Locale locale) {
        return locale != null && locale.getLanguage().equals("en") ? words : Words.unbroken(words);
    }
}
