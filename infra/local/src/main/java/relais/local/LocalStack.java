package relais.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import relais.events.RegistryConnection;
import relais.local.backbone.AccessTable;
import relais.local.backbone.MongoChoice;
import relais.local.backbone.RegisteredSchemas;
import relais.local.example.ExampleData;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.ChildProcess;
import relais.local.process.Wait;

/**
 * All parts of Relais on one machine, each a process of its own that dies with this one. Parts
 * start as soon as what they need is ready, and stop in the reverse order. Nothing that dies is
 * started again here: {@link Restarts} does that.
 */
public final class LocalStack implements AutoCloseable {

    private final StackSettings settings;
    private final Preparation preparation;
    private final Consumer<String> progress;
    private final RunningPart.Limits limits;
    private final PartPrograms programs;
    private final PreparedLog log;
    private final Map<String, RunningPart> parts = new LinkedHashMap<>();
    private Consumer<LocalStack> observer = _ -> {};
    private BiConsumer<String, Problem> dead = (_, _) -> {};
    private volatile boolean closing;

    public LocalStack(StackSettings settings) {
        this(settings, _ -> {});
    }

    /** The progress is told line by line. */
    public LocalStack(StackSettings settings, Consumer<String> progress) {
        this(
                settings,
                progress,
                new Preparation(settings.distribution(), progress),
                RunningPart.LIMITS);
    }

    LocalStack(
            StackSettings settings,
            Consumer<String> progress,
            Preparation preparation,
            RunningPart.Limits limits) {
        this.settings = settings;
        this.progress = progress;
        this.preparation = preparation;
        this.limits = limits;
        var schemas =
                new RegisteredSchemas(
                        settings.data("kafka"), settings.registryUrl(), settings.secrets()::digest);
        this.log = new PreparedLog(settings, schemas, progress);
        this.programs = new PartPrograms(settings, preparation);
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

    /** Called with the name of a part that ended although nobody stopped it, and why. */
    void whenDead(BiConsumer<String, Problem> newDead) {
        this.dead = newDead;
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
        preparation.prepare();
        upAsPrepared();
    }

    /** The same with what is prepared already. */
    void upAsPrepared() {
        closing = false;
        Function<Part, Collection<String>> needs =
                log.isThatOfThisBuild() ? LocalStack::needsLater : Part::needs;
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
        if (part.name().equals("topics")) {
            log.prepareTopics();
        } else if (part.kind() == Part.Kind.STEP) {
            log.prepare(this::restartRegistry);
        } else if (isExternal(part)) {
            progress.accept(Messages.say("part.external", part.name(), MongoChoice.VARIABLE));
        } else {
            start(part.name());
        }
    }

    private void restartRegistry() {
        stop("registry");
        start("registry");
    }

    /** Starts one part again; returns when it can serve. */
    public void start(String part) {
        start(part, RunningPart::start);
    }

    /** Starts a part that ended by itself; returns when it can serve. */
    void startAgain(String part) {
        if (!closing) {
            start(part, RunningPart::startAgain);
        }
    }

    private void start(String part, Consumer<RunningPart> how) {
        long begin = System.nanoTime();
        how.accept(running(part));
        String name = "%-13s".formatted(part);
        String seconds = "%.1f".formatted((System.nanoTime() - begin) / 1e9);
        progress.accept(Messages.say("part.ready", name, settings.ports().of(part), seconds));
    }

    /** SIGTERM, and waits for the end. */
    public void stop(String part) {
        running(part).stop();
    }

    /** SIGKILL, and waits for the end. */
    public void kill(String part) {
        running(part).kill();
    }

    public PartState state(String part) {
        return running(part).state();
    }

    /** The number of a part's process; none while it does not run. */
    public OptionalLong pid(String part) {
        ChildProcess child = running(part).child();
        return child == null ? OptionalLong.empty() : OptionalLong.of(child.pid());
    }

    /** The base address of a part that speaks HTTP. */
    public URI url(String part) {
        return URI.create("http://localhost:" + settings.ports().of(part));
    }

    /** What a Kafka client of the admin needs to connect, who may do everything. */
    public Map<String, Object> kafkaConnection() {
        return settings.kafka(AccessTable.ADMIN).settings();
    }

    /** The same with settings added. */
    public Map<String, Object> kafkaConnection(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(kafkaConnection());
        settings.putAll(more);
        return settings;
    }

    /** For a stack of which only some parts run: else the start does it. */
    public void createTopics() {
        log.prepareTopics();
    }

    /** Root of the registry's Confluent API. */
    public String registryUrl() {
        return settings.registryUrl();
    }

    /** How schemas are registered there. */
    public RegistryConnection registrar() {
        return settings.registrar();
    }

    /** The MongoDB in use, without a database name. */
    public String mongoUri() {
        return settings.mongoUri();
    }

    /** Where data, logs and state are. */
    public Path home() {
        return settings.home();
    }

    public Path log(String part) {
        return settings.log(part);
    }

    /** An access token of a demo account. */
    public String token(String account) {
        return new AccessTokens(url("identity").resolve("/oauth2/token")).of(account);
    }

    /** Loads what of the example data is not there yet. */
    ExampleData.Outcome loadExample() {
        return new ExampleData(
                        url("partners"),
                        url("experiences"),
                        url("contributions"),
                        () -> token("exploitation"))
                .load();
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
                () -> programs.of(part),
                programs.readiness(part),
                settings.log(part.name()),
                new RunningPart.Listener() {

                    @Override
                    public void changed(RunningPart changed) {
                        observer.accept(LocalStack.this);
                    }

                    @Override
                    public void late(RunningPart late) {
                        progress.accept(
                                Messages.say(
                                        "part.late",
                                        late.part().name(),
                                        limits.start().toSeconds(),
                                        limits.working().toMinutes()));
                    }

                    @Override
                    public void died(RunningPart died) {
                        ChildProcess child = died.child();
                        if (child != null) {
                            dead.accept(died.part().name(), Wait.died(child));
                        }
                    }
                },
                limits);
    }
}
