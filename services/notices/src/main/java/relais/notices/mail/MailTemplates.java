package relais.notices.mail;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Mails in words, HTML and text: templates {@code mail/}, messages {@code digest}. */
public final class MailTemplates {

    private static final String UTF_8 = "UTF-8";

    private final SpringTemplateEngine templates = new SpringTemplateEngine();
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    public MailTemplates() {
        messages.setBasename("digest");
        messages.setDefaultEncoding(UTF_8);
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Locale.FRENCH);
        templates.setTemplateEngineMessageSource(messages);
        templates.addTemplateResolver(resolver(".html", TemplateMode.HTML, 1));
        templates.addTemplateResolver(resolver(".txt", TemplateMode.TEXT, 2));
    }

    private static ClassLoaderTemplateResolver resolver(
            String suffix, TemplateMode mode, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setResolvablePatterns(Set.of("*" + suffix));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(UTF_8);
        resolver.setOrder(order);
        return resolver;
    }

    public String html(String name, Context context) {
        return templates.process(name + ".html", context);
    }

    public String text(String name, Context context) {
        return templates.process(name + ".txt", context);
    }

    /** A message by its key; the key of a message that there is not is empty. */
    public String message(String key, Locale locale, Object... arguments) {
        String words = messages.getMessage(key, arguments, "", locale);
        return words == null ? "" : words;
    }
}
