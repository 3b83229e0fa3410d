package relais.identity;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * French, or English for anybody who prefers it. The choice is kept in the portal's cookie: on one
 * machine, cookies know no ports, so anybody who reads the portal in English signs in in English.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver languages() {
        var languages = new CookieLocaleResolver("RELAIS_LANGUAGE");
        languages.setCookieHttpOnly(true);
        languages.setCookieMaxAge(Duration.ofDays(365));
        languages.setCookieSameSite("Lax");
        languages.setRejectInvalidCookies(false);
        languages.setDefaultLocaleFunction(
                request -> preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        return languages;
    }

    @Bean
    WebMvcConfigurer languageSwitch() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var byParameter = new LocaleChangeInterceptor();
                byParameter.setParamName("lang");
                byParameter.setIgnoreInvalidLocale(true);
                registry.addInterceptor(byParameter);
            }
        };
    }

    private static Locale preferred(@Nullable String languages) {
        if (languages == null) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(languages), SPOKEN);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException notAListOfLanguages) {
            return Locale.FRENCH;
        }
    }
}
