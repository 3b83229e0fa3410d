package relais.portal.config;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.util.StringUtils;
import relais.portal.account.MongoSessions;

/** Where sessions are kept: in MongoDB if there is one, in this process otherwise. */
@Configuration(proxyBeanMethods = false)
@Conditional(SessionConfiguration.IsGiven.class)
@EnableSpringHttpSession
class SessionConfiguration {

    /** Nobody waits long for a store that is unreachable: without it people read on as anyone. */
    private static final int AWAY_SECONDS = 2;

    @Bean
    SessionStore sessionStore(@Value("${relais.portal.sessions}") String uri) {
        return new SessionStore(uri);
    }

    @Bean
    MongoSessions sessionRepository(
            SessionStore store, @Value("${server.servlet.session.timeout}") Duration lifetime) {
        return new MongoSessions(store::collection, lifetime, InstantSource.system());
    }

    /** The page of an error knows its reader, too. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
            SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    CookieSerializer sessionCookie(
            PortalProperties properties,
            @Value("${server.servlet.session.cookie.name}") String name) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(properties.secureCookies());
        return cookie;
    }

    static final class IsGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(
                    context.getEnvironment().getProperty("relais.portal.sessions"));
        }
    }

    /** Opened by the first session: the portal starts whether or not MongoDB is there. */
    static final class SessionStore implements DisposableBean {

        private final String uri;
        private @Nullable MongoClient client;
        private @Nullable MongoCollection<Document> sessions;

        SessionStore(String uri) {
            this.uri = uri;
        }

        synchronized MongoCollection<Document> collection() {
            MongoCollection<Document> known = sessions;
            if (known != null) {
                return known;
            }
            MongoClient opened = client;
            if (opened == null) {
                opened = MongoClients.create(settings());
                client = opened;
            }
            known = opened.getDatabase("relais_portal").getCollection("sessions");
            known.createIndex(Indexes.ascending("expiresAt"));
            sessions = known;
            return known;
        }

        private MongoClientSettings settings() {
            return MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .applyToClusterSettings(
                            cluster ->
                                    cluster.serverSelectionTimeout(AWAY_SECONDS, TimeUnit.SECONDS))
                    .applyToSocketSettings(
                            socket ->
                                    socket.connectTimeout(AWAY_SECONDS, TimeUnit.SECONDS)
                                            .readTimeout(AWAY_SECONDS, TimeUnit.SECONDS))
                    .build();
        }

        @Override
        public synchronized void destroy() {
            if (client != null) {
                client.close();
            }
        }
    }
}
