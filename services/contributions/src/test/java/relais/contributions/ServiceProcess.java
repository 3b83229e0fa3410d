package relais.contributions;

import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import relais.consumer.EventConsumer;
import relais.teststack.Api;
import relais.teststack.TestStack;

/**
 * A service of its own on the shared stack, for what {@link RunningService} must not do to the
 * others: stopping and starting again. Two with the same name share their database and their place
 * in the log, as one process after the other does.
 */
final class ServiceProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ServiceProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ServiceProcess start(String name) {
        TestStack stack = TestStack.shared();
        return new ServiceProcess(
                new SpringApplicationBuilder(ContributionsApplication.class, SettableClock.class)
                        .run(
                                "--server.port=0",
                                "--relais.kafka.bootstrap-servers=" + stack.kafkaBootstrap(),
                                "--relais.registry.url=" + stack.registryUrl(),
                                "--spring.mongodb.uri=" + stack.mongoUri(),
                                "--relais.store.database=" + name,
                                "--relais.contributions.consumer-group=" + name,
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                        + stack.issuer().issuerUri(),
                                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                                        + stack.issuer().jwksUri()));
    }

    Api api() {
        return new Api(
                context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops the readers of others' events and of its own: it answers nothing from now on. */
    void stopReading() {
        List.of("partnerReader", "experienceReader", "ownReader")
                .forEach(reader -> context.getBean(reader, EventConsumer.class).stop());
    }

    @Override
    public void close() {
        context.close();
    }
}
