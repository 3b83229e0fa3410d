package relais.portal.config;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import relais.portal.account.Capacities;
import relais.portal.account.Capacity;
import relais.portal.call.Downloads;
import relais.portal.call.Service;
import relais.portal.guide.ClosedGuides;
import relais.portal.help.ContactDetails;
import relais.portal.home.AtomController;
import relais.portal.live.LiveStreams;
import relais.portal.map.FranceMap;
import relais.portal.page.DatedLinks;
import relais.portal.page.DegradedPages;
import relais.portal.page.Exchanges;
import relais.portal.page.InformationController;
import relais.portal.page.LanguageSwitch;
import relais.portal.page.Languages;
import relais.portal.page.NoErrorPage;
import relais.portal.page.PageMessages;
import relais.portal.page.PublicAddress;
import relais.portal.page.Section;
import relais.portal.page.SectionGate;
import relais.portal.page.Sections;
import relais.portal.todo.LatestChange;

/** What pages are made with, and the entries of the main navigation. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver localeResolver(PortalProperties properties) {
        return new Languages(properties.secureCookies());
    }

    @Bean
    ClosedGuides closedGuides(PortalProperties properties) {
        return new ClosedGuides(properties.secureCookies());
    }

    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") List<String> files) {
        return new PageMessages(files);
    }

    @Bean
    WebMvcConfigurer interceptors(
            LocaleResolver languages, Sections sections, Capacities capacities, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Exchanges());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // A page that is refused is refused in the language that was asked for.
                registry.addInterceptor(new LanguageSwitch(languages))
                        .excludePathPatterns("/embed/**");
                registry.addInterceptor(new SectionGate(sections, capacities));
                registry.addInterceptor(new NoErrorPage()).addPathPatterns("/error");
                registry.addInterceptor(new DegradedPages());
                registry.addInterceptor(new LatestChange(clock));
            }
        };
    }

    @Bean
    SmartInitializingSingleton datedLinks(SpringTemplateEngine templates, Clock clock) {
        return () -> templates.setLinkBuilder(new DatedLinks(clock));
    }

    @Bean
    FranceMap franceMap() {
        return FranceMap.load();
    }

    @Bean
    LiveStreams liveStreams(HttpClient http, PortalProperties properties) {
        return new LiveStreams(http, properties.of(Service.FEED), properties.streams());
    }

    /** As many as of the feed: one browser has one of the two, or both, on a page. */
    @Bean
    LiveStreams noticeStreams(HttpClient http, PortalProperties properties) {
        return new LiveStreams(http, properties.of(Service.NOTICES), properties.streams());
    }

    @Bean
    Downloads downloads(HttpClient http, PortalProperties properties) {
        return new Downloads(http, properties.of(Service.HISTORY), properties.downloads());
    }

    @Bean
    AtomController.Addresses atomAddresses(PortalProperties properties) {
        return new AtomController.Addresses(
                properties.of(Service.FEED).toString(), properties.address());
    }

    @Bean
    PublicAddress publicAddress(PortalProperties properties) {
        return new PublicAddress(properties.address());
    }

    @Bean
    ContactDetails team(PortalProperties properties) {
        return properties.team();
    }

    @Bean
    InformationController.Contact contact(PortalProperties properties) {
        return new InformationController.Contact(properties.contact());
    }

    /** The entries of the main navigation, in its order. */
    @Bean
    Sections sections() {
        return new Sections(
                List.of(
                        new Section("home", "/", Set.of()),
                        new Section("library", "/experiences", Set.of()),
                        new Section("feed", "/actualite", Set.of()),
                        new Section("texts", "/textes", Set.of()),
                        new Section("time-machine", "/time-machine", Set.of()),
                        new Section("experiences", "/desk/experiences", Set.of(Capacity.MEMBER)),
                        new Section(
                                "review",
                                "/desk/review",
                                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY, Capacity.ACADEMIE)),
                        new Section(
                                "contributions",
                                "/desk/contributions",
                                Set.of(Capacity.MEMBER, Capacity.COMMITTEE)),
                        new Section(
                                "plan",
                                "/desk/plan",
                                Set.of(Capacity.COMMITTEE),
                                Set.of(),
                                // The form of a measure is found from the objective's card.
                                Pattern.compile(
                                        "/desk/plan(/actions|/(actions|objectives)/(?!new$).*)?"),
                                Set.of(Capacity.MEMBER)),
                        new Section(
                                "actions",
                                "/desk/plan/actions",
                                Set.of(Capacity.MEMBER, Capacity.COMMITTEE),
                                // The plan begins with what its reader leads.
                                Set.of(Capacity.COMMITTEE),
                                null,
                                Set.of()),
                        new Section(
                                "working-days",
                                "/desk/working-days",
                                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY)),
                        new Section(
                                "analysis",
                                "/desk/analysis",
                                Set.of(Capacity.ANALYST, Capacity.COMMITTEE, Capacity.OPERATOR)),
                        new Section("operations", "/desk/operations", Set.of(Capacity.OPERATOR)),
                        // Both are found from the account.
                        new Section(
                                "people",
                                "/desk/people",
                                Set.of(Capacity.MEMBER),
                                Set.of(Capacity.MEMBER),
                                null,
                                Set.of()),
                        new Section(
                                "partners",
                                "/desk/partners",
                                Set.of(Capacity.COMMITTEE),
                                Set.of(Capacity.COMMITTEE),
                                null,
                                Set.of())));
    }
}
