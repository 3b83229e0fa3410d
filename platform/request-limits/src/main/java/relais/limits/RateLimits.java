package relais.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one account, and one address, may come: far more often than a person does, and less
 * often than would leave no room for others.
 *
 * @param accountPerSecond requests a second of one account, in the long run
 * @param accountBurst requests of one account at once, after a rest
 * @param addressPerSecond the same of one address; of IPv6 the first 64 bits count
 * @param addressBurst the same of one address
 * @param instances of this service behind one address: each grants its share, so that all together
 *     never grant more than the limit
 * @param most accounts, and addresses, that are remembered at once; who came longest ago is
 *     forgotten first
 * @param apart addresses that are not counted, alone or with a prefix length: those from which
 *     other services of the deployment call
 */
@ConfigurationProperties("relais.rates")
public record RateLimits(
        @DefaultValue("100") int accountPerSecond,
        @DefaultValue("3000") int accountBurst,
        @DefaultValue("100") int addressPerSecond,
        @DefaultValue("3000") int addressBurst,
        @DefaultValue("1") int instances,
        @DefaultValue("20000") int most,
        @DefaultValue({"127.0.0.0/8", "::1"}) List<String> apart) {

    public RateLimits {
        positive("account-per-second", accountPerSecond);
        positive("account-burst", accountBurst);
        positive("address-per-second", addressPerSecond);
        positive("address-burst", addressBurst);
        positive("instances", instances);
        positive("most", most);
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "relais.rates." + name + " is " + value + ", and must be 1 at least");
        }
    }
}
