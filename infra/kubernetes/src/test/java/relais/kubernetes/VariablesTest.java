package relais.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the manifests tell a program is something that it listens to. */
class VariablesTest {

    private static final Set<String> SERVICES =
            Set.of(
                    "partners",
                    "experiences",
                    "contributions",
                    "feed",
                    "history",
                    "notices",
                    "portal");

    @BeforeAll
    static void needsARenderer() {
        assumeTrue(Manifests.canRender(), "kubectl is missing: apt-get install kubernetes-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everyVariableIsOneThatItsProgramReads(String overlay) throws IOException {
        Manifests manifests = Manifests.of(overlay);
        Set<String> setup = KnownVariables.ofSetup();
        for (var container : manifests.containers().entrySet()) {
            String name = container.getKey();
            Set<String> given = manifests.variables(container.getValue());
            if (name.equals("registry")) {
                assertThat(given).allMatch(KnownVariables::isOfTheRegistry);
            } else if (SERVICES.contains(name)) {
                assertThat(KnownVariables.ofService(name)).as(name).containsAll(given);
            } else {
                assertThat(setup).as(name).containsAll(given);
            }
        }
    }
}
