package relais.local.backbone;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import relais.events.Topics;

/**
 * Who may do what in Kafka. What stands in no row is refused, to everybody but {@link #ADMIN},
 * which creates topics and applies this table.
 *
 * <p>{@code READ}, {@code WRITE} and {@code DELETE} include {@code DESCRIBE}; {@code WRITE} on a
 * topic lets an idempotent producer in.
 */
public final class AccessTable {

    /** The user that creates topics, users and permissions. Brokers have it as super user. */
    public static final String ADMIN = "admin";

    /**
     * @param user a service, under its own name; {@code registry}; {@code analyst}, for a person
     *     who reads a replay's topic with tools of one's own; {@code public}, for a reader of the
     *     public stream; or {@code connect}, for the Kafka Connect of a deployment that keeps its
     *     log as tables, too
     */
    public record Row(
            String user,
            ResourceType type,
            PatternType pattern,
            String name,
            Set<AclOperation> operations) {}

    /** Kafka Connect, where a deployment has one. */
    public static final String CONNECT = "connect";

    /** By which the tasks of its connector agree on what is written. */
    public static final String CONNECT_CONTROL = "relais.connect.control";

    private static final String REPLAYS = "relais.replay.";

    /** A command service reads its own topic again when it recovers its store. */
    public static final List<Row> ROWS =
            List.of(
                    topic("partners", Topics.PARTNERS, WRITE, READ),
                    topic("experiences", Topics.EXPERIENCES, WRITE, READ),
                    topic("experiences", Topics.PARTNERS, READ),
                    groups("experiences", "relais-experiences-", READ),
                    topic("contributions", Topics.CONTRIBUTIONS, WRITE, READ),
                    topic("contributions", Topics.PARTNERS, READ),
                    topic("contributions", Topics.EXPERIENCES, READ),
                    groups("contributions", "relais-contributions-", READ),
                    topic("feed", Topics.PARTNERS, READ),
                    topic("feed", Topics.EXPERIENCES, READ),
                    topic("feed", Topics.CONTRIBUTIONS, READ),
                    // The first model's group, and those of models built beside it.
                    row(
                            "feed",
                            ResourceType.GROUP,
                            PatternType.LITERAL,
                            "relais.feed",
                            READ,
                            DELETE),
                    groups("feed", "relais.feed.v", READ, DELETE),
                    topic("feed", Topics.PUBLIC_ACTIVITIES, WRITE),
                    topic("feed", Topics.PUBLIC_CARDS, WRITE),
                    row(
                            "feed",
                            ResourceType.GROUP,
                            PatternType.LITERAL,
                            "relais.feed.public",
                            READ),
                    topic("history", Topics.PARTNERS, READ, DESCRIBE_CONFIGS),
                    topic("history", Topics.EXPERIENCES, READ, DESCRIBE_CONFIGS),
                    topic("history", Topics.CONTRIBUTIONS, READ, DESCRIBE_CONFIGS),
                    // A replay's topic, its group and its transactions have one name.
                    topics("history", REPLAYS, CREATE, DELETE, WRITE, READ),
                    groups("history", REPLAYS, READ, DELETE),
                    row(
                            "history",
                            ResourceType.TRANSACTIONAL_ID,
                            PatternType.PREFIXED,
                            REPLAYS,
                            WRITE),
                    topic("notices", Topics.PARTNERS, READ),
                    topic("notices", Topics.EXPERIENCES, READ),
                    topic("notices", Topics.CONTRIBUTIONS, READ),
                    topic("notices", Topics.PUBLIC_ACTIVITIES, READ),
                    topic("notices", Topics.PUBLIC_CARDS, READ),
                    groups("notices", "relais.notices", READ),
                    topic("registry", "kafkasql-journal", CREATE, WRITE, READ, DESCRIBE_CONFIGS),
                    topic("registry", "kafkasql-snapshots", CREATE, WRITE, READ, DESCRIBE_CONFIGS),
                    topic("registry", "registry-events", CREATE, WRITE, READ, DESCRIBE_CONFIGS),
                    groups("registry", "apicurio-", READ),
                    // What a replay tells is without what its reader may not see.
                    topics("analyst", REPLAYS, READ),
                    groups("analyst", "analyst-", READ),
                    // Holds nothing but what everyone may read.
                    topic("public", Topics.PUBLIC_ACTIVITIES, READ),
                    topic("public", Topics.PUBLIC_CARDS, READ),
                    groups("public", "public-", READ),
                    // The whole log, what is not public included, as the tables then have it.
                    topic(CONNECT, Topics.PARTNERS, READ),
                    topic(CONNECT, Topics.EXPERIENCES, READ),
                    topic(CONNECT, Topics.CONTRIBUTIONS, READ),
                    topic(CONNECT, CONNECT_CONTROL, WRITE, READ),
                    groups(CONNECT, "connect-", READ),
                    row(
                            CONNECT,
                            ResourceType.TRANSACTIONAL_ID,
                            PatternType.PREFIXED,
                            "connect-",
                            WRITE));

    private AccessTable() {}

    /** Everybody with a row, in alphabetical order. */
    public static Set<String> users() {
        return ROWS.stream().map(Row::user).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table as Kafka has it. */
    static Set<AclBinding> bindings() {
        return ROWS.stream().flatMap(AccessTable::bindings).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<AclBinding> bindings(Row row) {
        ResourcePattern resource = new ResourcePattern(row.type(), row.name(), row.pattern());
        return row.operations().stream()
                .map(
                        operation ->
                                new AclBinding(
                                        resource,
                                        new AccessControlEntry(
                                                principal(row.user()),
                                                "*",
                                                operation,
                                                AclPermissionType.ALLOW)));
    }

    static String principal(String user) {
        return "User:" + user;
    }

    private static Row topic(String user, String name, AclOperation... operations) {
        return row(user, ResourceType.TOPIC, PatternType.LITERAL, name, operations);
    }

    private static Row topics(String user, String prefix, AclOperation... operations) {
        return row(user, ResourceType.TOPIC, PatternType.PREFIXED, prefix, operations);
    }

    private static Row groups(String user, String prefix, AclOperation... operations) {
        return row(user, ResourceType.GROUP, PatternType.PREFIXED, prefix, operations);
    }

    private static Row row(
            String user,
            ResourceType type,
            PatternType pattern,
            String name,
            AclOperation... operations) {
        return new Row(user, type, pattern, name, Set.of(operations));
    }
}
