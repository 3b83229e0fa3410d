package relais.audit;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is written down.
 *
 * @param signIns whether people sign in here; a service that takes tokens sees one each call
 * @param acts path patterns of what operators and the committee do to others: what is no read is
 *     written down, refused or not. What happens to a card is in the log of events, too
 */
@ConfigurationProperties("relais.audit")
record AuditSettings(
        @DefaultValue("true") boolean signIns,
        @DefaultValue({
                    "/rebuilds/**",
                    "/models/**",
                    "/parked/**",
                    "/recovery/**",
                    "/imports/**",
                    "/experiences/*/moderation",
                    "/partners/*/admission",
                    "/partners/*/departure",
                    "/partners/*/suspension",
                    "/partners/*/reinstatement",
                    "/partners/*/mandates/**",
                    "/mandates/**",
                    "/messages/*/redaction",
                    "/desk/operations/**"
                })
                List<String> acts) {}
