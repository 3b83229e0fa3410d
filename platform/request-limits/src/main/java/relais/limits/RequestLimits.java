package relais.limits;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one process has in hand at most.
 *
 * @param inHand requests at once at most; each costs about 100 kB of heap while it is answered
 * @param least requests at once that are taken on however late answers are
 * @param inTime what is answered later makes fewer be taken on
 * @param bodies bytes of request bodies at once, as they are declared
 * @param management requests at once to {@code operations}, counted apart: neither a probe nor an
 *     operator is refused for the readers' sake
 * @param operations path patterns of probes, measurements and operators
 * @param apart path patterns that are not counted, since what they hand out has a limit of its own:
 *     streams
 * @param retryAfter when who was refused may ask again
 */
@ConfigurationProperties("relais.requests")
public record RequestLimits(
        @DefaultValue("200") int inHand,
        @DefaultValue("4") int least,
        @DefaultValue("300ms") Duration inTime,
        @DefaultValue("12MB") DataSize bodies,
        @DefaultValue("20") int management,
        @DefaultValue({
                    "/actuator/**",
                    "/aggregates",
                    "/models/**",
                    "/parked/**",
                    "/rebuilds/**",
                    "/recovery/**"
                })
                List<String> operations,
        @DefaultValue List<String> apart,
        @DefaultValue("2s") Duration retryAfter) {}
