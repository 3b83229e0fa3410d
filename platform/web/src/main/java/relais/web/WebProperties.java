package relais.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one service sets of these conventions.
 *
 * @param publicGet path patterns that anyone may GET, such as {@code /feed/**}
 * @param publicPost paths that anyone may POST to, since what is sent proves enough
 * @param corsOrigins whose pages may read what anyone may GET; {@code *} for all
 * @param bodyLimit how large a request body may be
 * @param bodyLimits larger or smaller limits for some paths: pattern to limit; the first that
 *     matches in the order of the file decides. Write the pattern in brackets: {@code "[/imports]":
 *     8MB}
 * @param messages base names of the service's own messages; the first that has a key says it
 * @param title what {@code /openapi} calls the service
 * @param description one sentence on the service, for {@code /openapi}
 */
@ConfigurationProperties("relais.web")
public record WebProperties(
        @DefaultValue List<String> publicGet,
        @DefaultValue List<String> publicPost,
        @DefaultValue("*") List<String> corsOrigins,
        @DefaultValue("256KB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> bodyLimits,
        @DefaultValue("messages") List<String> messages,
        @DefaultValue("Relais") String title,
        @DefaultValue("") String description) {}
