package relais.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which of the issuer's tokens are meant for this deployment.
 *
 * @param audiences what {@code aud} must name at least one of; never empty
 * @param clients the clients whose tokens are taken, by {@code azp} or {@code client_id}; if empty,
 *     those of any client of the issuer
 */
@ConfigurationProperties("relais.tokens")
record TokenProperties(List<String> audiences, @DefaultValue List<String> clients) {

    TokenProperties {
        audiences = List.copyOf(audiences);
        clients = List.copyOf(clients);
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("relais.tokens.audiences names no audience");
        }
    }
}
