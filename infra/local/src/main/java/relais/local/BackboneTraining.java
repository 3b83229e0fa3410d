package relais.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import relais.events.KafkaConnection;
import relais.events.Registrar;
import relais.local.backbone.AccessGrants;
import relais.local.backbone.AccessTable;
import relais.local.backbone.Distribution;
import relais.local.backbone.KafkaSecrets;
import relais.local.backbone.RegistryAccess;
import relais.local.backbone.TopicCreation;
import relais.local.process.ChildProcess;
import relais.local.process.FreePorts;
import relais.local.process.Program;
import relais.local.process.Readiness;
import relais.local.process.Wait;

/**
 * Runs broker, document store and registry for a moment as they will be used, so that the virtual
 * machine writes a cache of the classes they loaded when they end.
 */
record BackboneTraining(Distribution distribution, Function<String, Path> cache) {

    private static final String HOST = "127.0.0.1";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration WRITE = Duration.ofSeconds(90);

    void run(Path work) {
        List<Integer> ports = FreePorts.take(4);
        int kafka = ports.get(0);
        int mongo = ports.get(1);
        int registry = ports.get(2);
        int files = ports.get(3);
        String url = "http://" + HOST + ":" + registry + "/apis/ccompat/v7";
        List<ChildProcess> running = new ArrayList<>();
        try {
            KafkaSecrets secrets = KafkaSecrets.in(work);
            String broker = HOST + ":" + kafka;
            KafkaConnection admin = secrets.connection(broker, AccessTable.ADMIN);
            running.add(
                    start(
                            distribution.kafka(kafka, work.resolve("kafka"), secrets),
                            Readiness.kafka(HOST, kafka, admin),
                            work));
            new TopicCreation(admin).create(PreparedLog.TOPICS);
            new AccessGrants(admin.settings()).apply(secrets.ofUsers());
            running.add(
                    start(
                            distribution.mongoStandIn(mongo, work.resolve("mongodb")),
                            Readiness.mongo(HOST, mongo),
                            work));
            running.add(
                    start(
                            distribution.files(
                                    files,
                                    work.resolve("files"),
                                    Map.of(
                                            "RELAIS_FILES_ACCESS_KEY",
                                            "relais",
                                            "RELAIS_FILES_SECRET_KEY",
                                            secrets.ofFiles())),
                            Readiness.answering(URI.create("http://" + HOST + ":" + files + "/")),
                            work));
            running.add(
                    start(
                            distribution.guardedRegistry(
                                    registry,
                                    secrets.connection(broker, "registry"),
                                    secrets.ofRegistrar()),
                            Readiness.http(URI.create(url + "/subjects")),
                            work));
            var registrar = RegistryAccess.registrar(url, secrets.ofRegistrar());
            if (!new Registrar(registrar).register().isComplete()) {
                throw new IllegalStateException("The registry refused a schema while training");
            }
        } finally {
            Collections.reverse(running);
            running.forEach(child -> child.stop(WRITE));
        }
    }

    private ChildProcess start(Program program, Readiness readiness, Path work) {
        Program recording =
                program.withJvmOptions(
                        List.of("-XX:AOTCacheOutput=" + cache.apply(program.name())));
        ChildProcess child = ChildProcess.start(recording, work.resolve(program.name() + ".log"));
        try {
            Wait.untilReady(child, readiness, START);
            return child;
        } catch (RuntimeException e) {
            child.kill();
            throw e;
        }
    }
}
