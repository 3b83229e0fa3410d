package relais.recovery.http;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import relais.recovery.Recovery;

/**
 * Whether the store may lack what the log has. Not part of readiness: an operator must reach the
 * service to mend it, and readers may go on.
 */
record RecoveryHealth(Recovery recovery) implements HealthIndicator {

    @Override
    public Health health() {
        return recovery.closed()
                .map(
                        why ->
                                Health.outOfService()
                                        .withDetail("because", why)
                                        .withDetail("run", recovery.command()))
                .orElseGet(Health::up)
                .build();
    }
}
