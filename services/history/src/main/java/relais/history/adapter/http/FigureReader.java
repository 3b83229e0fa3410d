package relais.history.adapter.http;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import relais.history.figure.Kind;
import relais.history.figure.Metric;
import relais.history.figure.Scope;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/**
 * Who asks for figures. Anyone may, of what anyone may read: how much is under review, and how many
 * texts are being written, is for analysts, the committee and operators.
 */
record FigureReader(Optional<Caller> caller) {

    private static final Role[] INSIDERS = {Role.ANALYST, Role.COMMITTEE, Role.OPERATOR};

    /**
     * @throws relais.web.ProblemException 401 or 403 if few may know that
     */
    void mayAsk(Scope scope, Metric metric) {
        if (metric == Metric.SUBMITTED
                || (metric.kind() != Kind.CONTRIBUTION && countsTexts(scope))) {
            requireRole();
        }
    }

    /** Throws the same. */
    void mayAsk(Scope scope) {
        if (countsTexts(scope)) {
            requireRole();
        }
    }

    /** Those of every kind, too: a draft stands, for those who write it. */
    private static boolean countsTexts(Scope scope) {
        return scope.kind() == null || scope.kind() == Kind.CONTRIBUTION;
    }

    private void requireRole() {
        caller.orElseThrow(
                        () ->
                                Problem.of(HttpStatus.UNAUTHORIZED, "authentication-required")
                                        .withHeader("WWW-Authenticate", "Bearer")
                                        .exception())
                .require(INSIDERS);
    }
}
