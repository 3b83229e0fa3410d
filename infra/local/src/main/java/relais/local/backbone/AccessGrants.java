package relais.local.backbone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import relais.local.message.Problem;

/**
 * Makes the permissions in Kafka those of {@link AccessTable}: adds what lacks, and takes away what
 * a user of the table has beyond it. Permissions of users that the table does not name are an
 * operator's own, and stay. Doing it again changes nothing.
 */
public final class AccessGrants {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /**
     * Of the derivation of a SCRAM key: Kafka's default, and the least it takes. Each connection of
     * a client derives it, in 15 ms without C2; passwords made at random gain nothing by more.
     */
    private static final int ITERATIONS = 4096;

    /**
     * What was changed.
     *
     * @param users whose password was set
     */
    public record Change(int added, int removed, int users) {}

    private final Map<String, Object> connection;

    /**
     * @param connection of {@link AccessTable#ADMIN}, or of another super user of the brokers
     */
    public AccessGrants(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * @param passwords of users that Kafka itself is to know, by their names; users elsewhere, such
     *     as those of an operator of Kubernetes, are left out
     * @throws Problem if Kafka does not answer within 20 s, or refuses
     */
    public Change apply(Map<String, String> passwords) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        try (Admin admin = Admin.create(settings)) {
            setPasswords(admin, passwords);
            Set<AclBinding> there = there(admin);
            Set<AclBinding> wanted = AccessTable.bindings();
            Set<AclBinding> missing = new HashSet<>(wanted);
            missing.removeAll(there);
            there.removeAll(wanted);
            // First what lacks: a service that runs is at no moment without.
            inTime(admin.createAcls(missing).all());
            inTime(admin.deleteAcls(there.stream().map(AclBinding::toFilter).toList()).all());
            await(admin, wanted);
            return new Change(missing.size(), there.size(), passwords.size());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Problem(e, "access.failed", reason(e));
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "access.failed", reason(e));
        }
    }

    private static Set<AclBinding> there(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<AclBinding> there = new HashSet<>();
        for (String user : AccessTable.users()) {
            there.addAll(inTime(admin.describeAcls(of(user)).values()));
        }
        return there;
    }

    /** The controller knows first: until a broker goes by it, too. */
    private static void await(Admin admin, Set<AclBinding> wanted)
            throws ExecutionException, InterruptedException, TimeoutException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!there(admin).equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("The brokers do not go by the new permissions");
            }
            Thread.sleep(PAUSE);
        }
    }

    private static void setPasswords(Admin admin, Map<String, String> passwords)
            throws ExecutionException, InterruptedException, TimeoutException {
        var info = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        List<UserScramCredentialAlteration> alterations = new ArrayList<>();
        passwords.forEach(
                (user, password) ->
                        alterations.add(new UserScramCredentialUpsertion(user, info, password)));
        if (!alterations.isEmpty()) {
            inTime(admin.alterUserScramCredentials(alterations).all());
        }
    }

    private static AclBindingFilter of(String user) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(
                        AccessTable.principal(user),
                        null,
                        AclOperation.ANY,
                        AclPermissionType.ANY));
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getCause()).orElse(e).toString();
    }

    private static <T> T inTime(KafkaFuture<T> asked)
            throws ExecutionException, InterruptedException, TimeoutException {
        return asked.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
