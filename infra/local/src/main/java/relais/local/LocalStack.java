package relais.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import relais.events.Registrar;
import relais.events.Topics;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.backbone.RegisteredSchemas;
import relais.local.backbone.TopicCreation;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.ChildProcess;
import relais.local.process.Program;
import relais.local.process.Readiness;
import relais.local.process.Wait;

/**
 * All parts of Relais on one machine, each a process of its own that dies with this one. Parts
 * start as soon as what they need is ready, and stop in the reverse order. Nothing that dies is
 * restarted: {@link #death()} says so.
 */
public final class LocalStack implements AutoCloseable {

    static final List<String> TOPICS =
            List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS);

    private final StackSettings settings;
    private final Preparation preparation;
    private final Consumer<String> progress;
    private final RegisteredSchemas schemas;
    private final Map<String, RunningPart> parts = new LinkedHashMap<>();
    private final CompletableFuture<Problem> death = new CompletableFuture<>();
    private Consumer<LocalStack> observer = _ -> {};
    private volatile boolean closing;

    /**
     * @param settings what it is made of
     */
    public LocalStack(StackSettings settings) {
        this(settings, _ -> {});
    }

    /**
     * @param settings what it is made of
     * @param progress is told, line by line, what happens
     */
    public LocalStack(StackSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.preparation = new Preparation(settings.distribution(), progress);
        this.schemas = new RegisteredSchemas(settings.data("kafka"), settings.registryUrl());
        for (Part part : Part.processes()) {
            if (!isExternal(part)) {
                parts.put(part.name(), runningPart(part));
            }
        }
    }

    /** Called whenever a part changes its state, by whichever thread changed it. */
    void observe(Consumer<LocalStack> newObserver) {
        this.observer = newObserver;
    }

    /** Does what is to be done once for each build; {@link #up()} does it too. */
    public void prepare() {
        preparation.prepare();
    }

    /**
     * Starts everything; returns when all of it can serve.
     *
     * @throws Problem when a part cannot be started; those that run are stopped before
     */
    public void up() {
        closing = false;
        preparation.prepare();
        Function<Part, Collection<String>> needs =
                schemas.areThoseOfThisBuild() ? LocalStack::needsLater : Part::needs;
        try {
            Ordered.run(Part.ALL, needs, this::begin);
        } catch (RuntimeException e) {
            if (!closing) {
                close();
            }
            throw e;
        }
    }

    /**
     * Once its topics exist the registry may start beside the broker: it comes to need it only
     * later, and waits for it. It must not create topics while the broker still joins its cluster.
     */
    private static Collection<String> needsLater(Part part) {
        return part.name().equals("registry") ? List.of() : part.needs();
    }

    private void begin(Part part) {
        if (closing) {
            throw new Problem("process.interrupted", part.name());
        }
        if (part.kind() == Part.Kind.STEP) {
            prepareLog();
        } else if (isExternal(part)) {
            progress.accept(Messages.say("part.external", part.name(), MongoChoice.VARIABLE));
        } else {
            start(part.name());
        }
    }

    /** Topics and schemas: what services expect to find. Doing it again changes nothing. */
    private void prepareLog() {
        if (isReplayed() && schemas.areThoseOfThisBuild()) {
            progress.accept(Messages.say("schemas.known"));
            return;
        }
        List<String> topics = new TopicCreation(settings.kafkaBootstrap()).create(TOPICS);
        Registrar.Report report = new Registrar(settings.registryUrl()).register();
        if (!report.isComplete()) {
            throw new Problem("schemas.refused", refused(report));
        }
        try {
            schemas.note();
        } catch (IOException e) {
            throw new Problem(
                    e, "home.unwritable", settings.home(), String.valueOf(e.getMessage()));
        }
        progress.accept(
                Messages.say(
                        "schemas.done",
                        topics.size(),
                        report.count(Registrar.Outcome.NEW),
                        report.lines().size()));
    }

    private boolean isReplayed() {
        try {
            return schemas.awaitReplay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(e, "process.interrupted", "schemas");
        }
    }

    private static String refused(Registrar.Report report) {
        return String.join(
                "\n",
                report.lines().stream()
                        .filter(line -> line.outcome() == Registrar.Outcome.REFUSED)
                        .map(line -> "    " + line.type() + " : " + line.reason())
                        .toList());
    }

    /**
     * Starts one part again; returns when it can serve.
     *
     * @param part its name
     */
    public void start(String part) {
        long begin = System.nanoTime();
        running(part).start();
        progress.accept(
                Messages.say(
                        "part.ready",
                        "%-13s".formatted(part),
                        settings.ports().of(part),
                        "%.1f".formatted((System.nanoTime() - begin) / 1e9)));
    }

    /**
     * SIGTERM, and waits for the end.
     *
     * @param part its name
     */
    public void stop(String part) {
        running(part).stop();
    }

    /**
     * SIGKILL, and waits for the end.
     *
     * @param part its name
     */
    public void kill(String part) {
        running(part).kill();
    }

    /**
     * @param part name of a part
     * @return its state
     */
    public PartState state(String part) {
        return running(part).state();
    }

    /**
     * @param part name of a part that speaks HTTP
     * @return its base address
     */
    public URI url(String part) {
        return URI.create("http://localhost:" + settings.ports().of(part));
    }

    /** Host and port of the Kafka broker. */
    public String kafkaBootstrap() {
        return settings.kafkaBootstrap();
    }

    /** Root of the registry's Confluent API. */
    public String registryUrl() {
        return settings.registryUrl();
    }

    /** The MongoDB in use, without a database name. */
    public String mongoUri() {
        return settings.mongoUri();
    }

    /** Where data, logs and state are. */
    public Path home() {
        return settings.home();
    }

    /**
     * @param part name of a part
     * @return its log
     */
    public Path log(String part) {
        return settings.log(part);
    }

    /**
     * @param account a demo account
     * @return an access token for it
     */
    public String token(String account) {
        return new AccessTokens(url("identity")).of(account);
    }

    /** Completes when a part ends that nobody stopped; the problem holds the end of its log. */
    public CompletableFuture<Problem> death() {
        return death.copy();
    }

    /** Stops everything: services first, then the registry, then MongoDB and Kafka. */
    @Override
    public void close() {
        closing = true;
        Ordered.run(Part.ALL.reversed(), LocalStack::users, this::end);
    }

    private static List<String> users(Part part) {
        return Part.ALL.stream()
                .filter(user -> user.needs().contains(part.name()))
                .map(Part::name)
                .toList();
    }

    private void end(Part part) {
        RunningPart running = parts.get(part.name());
        if (running != null && running.state() != PartState.STOPPED) {
            boolean dead = running.state() == PartState.DEAD;
            running.stop();
            if (!dead) {
                progress.accept(Messages.say("part.stopped", part.name()));
            }
        }
    }

    Collection<RunningPart> parts() {
        return parts.values();
    }

    StackSettings settings() {
        return settings;
    }

    private RunningPart running(String part) {
        RunningPart found = parts.get(part);
        if (found == null) {
            throw new Problem("part.unknown", part, String.join(", ", parts.keySet()));
        }
        return found;
    }

    private boolean isExternal(Part part) {
        return part.name().equals("mongodb") && settings.mongo() instanceof MongoChoice.External;
    }

    private RunningPart runningPart(Part part) {
        return new RunningPart(
                part,
                () -> program(part),
                readiness(part),
                settings.log(part.name()),
                this::changed);
    }

    private void changed(RunningPart part) {
        observer.accept(this);
        ChildProcess child = part.child();
        if (part.state() == PartState.DEAD && child != null) {
            death.complete(Wait.died(child));
        }
    }

    private Readiness readiness(Part part) {
        int port = settings.ports().of(part.name());
        return switch (part.name()) {
            case "kafka" -> Readiness.kafka("127.0.0.1", port);
            case "mongodb" -> Readiness.mongo("127.0.0.1", port);
            case "registry" -> Readiness.http(URI.create(settings.registryUrl() + "/subjects"));
            default ->
                    Readiness.http(
                            URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
        };
    }

    private Program program(Part part) {
        String name = part.name();
        Distribution distribution = settings.distribution();
        int port = settings.ports().of(name);
        Path data = directory(name);
        Program program =
                switch (name) {
                    case "kafka" -> distribution.kafka(port, data);
                    case "registry" -> distribution.registry(port, settings.kafkaBootstrap());
                    case "mongodb" ->
                            settings.mongo() instanceof MongoChoice.Installed installed
                                    ? installed.program(port, data)
                                    : distribution.mongoStandIn(port, data);
                    default ->
                            new ServiceApp(part, distribution.root())
                                    .program(
                                            preparation.folder(part),
                                            settings.serviceEnvironment(),
                                            data);
                };
        boolean java = !name.equals("mongodb") || settings.mongo() instanceof MongoChoice.StandIn;
        if (java) {
            program =
                    program.withJvmOptions(preparation.options(name))
                            .withJvmOptions(settings.jvmOptions().getOrDefault(name, List.of()));
        }
        return program.with(settings.environment().getOrDefault(name, Map.of()));
    }

    private Path directory(String part) {
        try {
            return Files.createDirectories(settings.data(part));
        } catch (IOException e) {
            throw new Problem(
                    e, "home.unwritable", settings.home(), String.valueOf(e.getMessage()));
        }
    }
}
