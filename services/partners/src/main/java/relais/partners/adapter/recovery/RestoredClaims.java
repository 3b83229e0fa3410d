package relais.partners.adapter.recovery;

import relais.partners.application.RestoreNames;
import relais.recovery.Derived;
import relais.recovery.Finding;
import relais.recovery.Findings;

/** The claims of restored partners. */
public final class RestoredClaims implements Derived {
    private final RestoreNames names;

    public RestoredClaims(RestoreNames names) {
        this.names = names;
    }

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public long restore(String operator, Findings findings) {
        return names.restore(
                conflict ->
                        findings.add(
                                new Finding(
                                        Finding.Kind.CONFLICT,
                                        conflict.partner().value(),
                                        null,
                                        null,
                                        "another partner holds %s %s"
                                                .formatted(
                                                        conflict.claim().kind(),
                                                        conflict.claim().value()))));
    }
}
