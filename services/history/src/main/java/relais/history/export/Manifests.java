package relais.history.export;

import java.util.Optional;

/** The manifests of finished exports, kept for thirty days. */
public interface Manifests {

    void keep(Manifest manifest);

    Optional<Manifest> find(String id);
}
