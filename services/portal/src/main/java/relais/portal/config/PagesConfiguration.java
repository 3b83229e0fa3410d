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
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import relais.limits.RequestRefusal;
import relais.portal.account.Capacities;
import relais.portal.account.Capacity;
import relais.portal.analysis.Downloads;
import relais.portal.call.Service;
import relais.portal.home.AtomController;
import relais.portal.live.LiveStreams;
import relais.portal.map.FranceMap;
import relais.portal.page.Addresses;
import relais.portal.page.BusyPage;
import relais.portal.page.DatedLinks;
import relais.portal.page.DegradedPages;
import relais.portal.page.Exchanges;
import relais.portal.page.InformationController;
import relais.portal.page.LanguageSwitch;
import relais.portal.page.Languages;
import relais.portal.page.Markdown;
import relais.portal.page.NoErrorPage;
import relais.portal.page.PageMessages;
import relais.portal.page.Section;
import relais.portal.page.SectionGate;
import relais.portal.page.Words;
import relais.portal.todo.LatestChange;

/** What pages are made with, and the entries of the main navigation. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    @Bean(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver localeResolver(PortalProperties properties) {
        return new Languages(properties.secureCookies());
    }

    @Bean
    MessageSource messageSource(@Value("${spring.messages.basename}") List<String> files) {
        return new PageMessages(files);
    }

    @Bean
    WebMvcConfigurer interceptors(
            LocaleResolver languages, List<Section> sections, Capacities capacities, Clock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Exchanges());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // A page that is refused is refused in the language that was asked for.
                registry.addInterceptor(new LanguageSwitch(languages));
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
    RequestRefusal busyPage(MessageSource messages, LocaleResolver languages) {
        return new BusyPage(messages, languages);
    }

    @Bean
    Words words(MessageSource messages, Clock clock) {
        return new Words(messages, clock);
    }

    @Bean
    Markdown markdown() {
        return new Markdown();
    }

    @Bean
    Addresses addresses() {
        return new Addresses();
    }

    @Bean
    FranceMap franceMap() {
        return FranceMap.load();
    }

    @Bean
    LiveStreams liveStreams(HttpClient http, PortalProperties properties) {
        return new LiveStreams(http, properties.of(Service.FEED), properties.streams());
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
    InformationController.Contact contact(PortalProperties properties) {
        return new InformationController.Contact(properties.contact());
    }

    @Bean
    @Order(10)
    Section nationalFeed() {
        return new Section("feed", "/", Set.of());
    }

    @Bean
    @Order(20)
    Section timeMachine() {
        return new Section("time-machine", "/time-machine", Set.of());
    }

    @Bean
    @Order(30)
    Section experiences() {
        return new Section("experiences", "/desk/experiences", Set.of(Capacity.MEMBER));
    }

    @Bean
    @Order(40)
    Section review() {
        return new Section(
                "review",
                "/desk/review",
                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY, Capacity.ACADEMIE));
    }

    @Bean
    @Order(50)
    Section contributions() {
        return new Section(
                "contributions",
                "/desk/contributions",
                Set.of(Capacity.MEMBER, Capacity.COMMITTEE));
    }

    @Bean
    @Order(60)
    Section plan() {
        return new Section(
                "plan",
                "/desk/plan",
                Set.of(Capacity.COMMITTEE),
                Set.of(),
                // Whoever measures an objective finds it from its card.
                Pattern.compile("/desk/plan(/actions|/(actions|objectives)/(?!new$).*)?"),
                Set.of(Capacity.MEMBER));
    }

    @Bean
    @Order(65)
    Section ledActions() {
        return new Section(
                "actions",
                "/desk/plan/actions",
                Set.of(Capacity.MEMBER, Capacity.COMMITTEE),
                // The plan begins with what its reader leads.
                Set.of(Capacity.COMMITTEE),
                null,
                Set.of());
    }

    @Bean
    @Order(70)
    Section workingDays() {
        return new Section(
                "working-days",
                "/desk/working-days",
                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY));
    }

    @Bean
    @Order(80)
    Section analysis() {
        return new Section(
                "analysis",
                "/desk/analysis",
                Set.of(Capacity.ANALYST, Capacity.COMMITTEE, Capacity.OPERATOR));
    }

    @Bean
    @Order(90)
    Section operations() {
        return new Section("operations", "/desk/operations", Set.of(Capacity.OPERATOR));
    }
}
