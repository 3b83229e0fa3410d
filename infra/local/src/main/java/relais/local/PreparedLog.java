package relais.local;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import relais.events.EventSchemas;
import relais.events.KafkaConnection;
import relais.events.Registrar;
import relais.local.backbone.AccessGrants;
import relais.local.backbone.AccessTable;
import relais.local.backbone.RegisteredSchemas;
import relais.local.backbone.TopicCreation;
import relais.local.message.Messages;
import relais.local.message.Problem;

/** Topics and schemas: what services expect to find in the log. */
record PreparedLog(StackSettings settings, RegisteredSchemas schemas, Consumer<String> progress) {

    static final List<String> TOPICS = List.copyOf(EventSchemas.registered().keySet());

    /** Whether an earlier start prepared it as this build wants it. */
    boolean isThatOfThisBuild() {
        return schemas.areThoseOfThisBuild();
    }

    /**
     * Topics, users and permissions, before anybody comes to use them. Nothing is done if an
     * earlier start did it.
     *
     * @throws Problem when Kafka refuses
     */
    void prepareTopics() {
        if (!schemas.areThoseOfThisBuild()) {
            createTopics();
        }
    }

    private void createTopics() {
        KafkaConnection admin = settings.kafka(AccessTable.ADMIN);
        List<String> topics = new TopicCreation(admin).create(TOPICS);
        AccessGrants.Change change =
                new AccessGrants(admin.settings()).apply(settings.secrets().ofUsers());
        progress.accept(
                Messages.say(
                        "topics.done",
                        topics.size(),
                        change.users(),
                        change.added(),
                        change.removed()));
    }

    /**
     * Doing it again changes nothing.
     *
     * @param registryAnew starts the registry again, of which the topics were missing
     * @throws Problem when the registry refuses a schema
     */
    void prepare(Runnable registryAnew) {
        if (schemas.areThoseOfThisBuild()) {
            if (isReplayed()) {
                progress.accept(Messages.say("schemas.known"));
                return;
            }
            write(schemas::forget);
            createTopics();
            registryAnew.run();
        }
        Registrar.Report report = new Registrar(settings.registrar()).register();
        if (!report.isComplete()) {
            throw new Problem("schemas.refused", refused(report));
        }
        write(schemas::note);
        long added = report.count(Registrar.Outcome.NEW);
        int all = report.lines().size();
        progress.accept(Messages.say("schemas.done", added, all));
    }

    private boolean isReplayed() {
        try {
            return schemas.awaitReplay();
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", "schemas");
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing what) {
        try {
            what.run();
        } catch (IOException e) {
            throw Problem.unwritable(settings.home(), e);
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
}
