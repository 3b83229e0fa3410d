package relais.local.backbone;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import relais.events.RegistryConnection;

/**
 * Who may do what in the registry of one machine, as Quarkus lets it be told: everybody who is on
 * the machine reads and looks schemas up, its registrar registers them, and nobody deletes any.
 */
public final class RegistryAccess {

    /** A user, and the role that it has. */
    private static final String REGISTRAR = "registrar";

    private static final String USERS = "QUARKUS_SECURITY_USERS_EMBEDDED_";

    /**
     * Options, for they hold nothing secret. Quarkus refuses what matches a path and none of its
     * methods; the longest path decides.
     */
    static final List<String> PERMISSIONS =
            Stream.of(
                            "permission.reads.paths=/apis/*",
                            "permission.reads.methods=GET,HEAD,OPTIONS",
                            "permission.reads.policy=permit",
                            // Looking the id of a schema up is a POST.
                            "permission.lookups.paths=/apis/ccompat/*/subjects/*",
                            "permission.lookups.methods=GET,HEAD,OPTIONS,POST",
                            "permission.lookups.policy=permit",
                            "permission.versions.paths=/apis/ccompat/*/subjects/*/versions",
                            "permission.versions.methods=GET,HEAD,OPTIONS",
                            "permission.versions.policy=permit",
                            "permission.registrations.paths=/apis/ccompat/*/subjects/*/versions",
                            "permission.registrations.methods=POST",
                            "permission.registrations.policy=" + REGISTRAR,
                            "permission.rules.paths=/apis/*",
                            "permission.rules.methods=POST,PUT,PATCH",
                            "permission.rules.policy=" + REGISTRAR,
                            "policy." + REGISTRAR + ".roles-allowed=" + REGISTRAR)
                    .map(line -> "-Dquarkus.http.auth." + line)
                    .toList();

    private RegistryAccess() {}

    /** Variables of its environment, for a command line can be read by everybody on the machine. */
    static Map<String, String> users(String password) {
        String name = REGISTRAR.toUpperCase(Locale.ROOT);
        return Map.of(
                "QUARKUS_HTTP_AUTH_BASIC",
                "true",
                // The registry asks once more by itself, of readers too.
                "APICURIO_AUTH_ANONYMOUS_READ_ACCESS_ENABLED",
                "true",
                USERS + "ENABLED",
                "true",
                USERS + "PLAIN_TEXT",
                "true",
                USERS + "USERS_" + name,
                password,
                USERS + "ROLES_" + name,
                REGISTRAR);
    }

    /** How the registrar reaches it. */
    public static RegistryConnection registrar(String url, String password) {
        return new RegistryConnection(url, REGISTRAR, password, null);
    }
}
