package relais.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long somebody has to wait who was wrong about a secret several times: each further failure
 * doubles it, up to a minute, and a quarter of an hour without one ends it. Counted are an account
 * from one address, an address whatever the account, and an account wherever it is tried from; the
 * last two allow for more, since a town hall shares an address, and since nobody should be able to
 * keep another out. One process signs people in, so that it counts for itself; a restart forgets.
 */
final class SignInAttempts {

    static final Duration LONGEST = Duration.ofMinutes(1);
    static final Duration FORGOTTEN = Duration.ofMinutes(15);
    static final int FREE = 5;
    static final int FREE_OF_ADDRESS = 30;
    static final int FREE_OF_ACCOUNT = 100;

    /** Somebody who tries more names than that makes the oldest be forgotten. */
    private static final int MOST = 20_000;

    private record Failures(int count, Instant last) {}

    private record Counted(String key, int free) {}

    private final InstantSource clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST;
                }
            };

    SignInAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this account may not be tried from this address; zero if it may now. */
    synchronized Duration waitOf(String account, String address) {
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (Counted counted : counted(account, address)) {
            Duration wait = wait(counted, now);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    /** How often this account failed from this address, as far as it is remembered. */
    synchronized int failuresOf(String account, String address) {
        Failures found = failures.get(counted(account, address).getFirst().key());
        return found == null ? 0 : found.count();
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        for (Counted counted : counted(account, address)) {
            Failures before = failures.remove(counted.key());
            boolean goesOn = before != null && now.isBefore(before.last().plus(FORGOTTEN));
            failures.put(
                    counted.key(),
                    new Failures(goesOn && before != null ? before.count() + 1 : 1, now));
        }
    }

    /** Somebody who knows the secret is no guesser; the address may still be that of one. */
    synchronized void succeeded(String account, String address) {
        failures.remove(counted(account, address).getFirst().key());
    }

    private Duration wait(Counted counted, Instant now) {
        Failures found = failures.get(counted.key());
        if (found == null
                || found.count() < counted.free()
                || !now.isBefore(found.last().plus(FORGOTTEN))) {
            return Duration.ZERO;
        }
        int doubled = Math.min(found.count() - counted.free(), 6);
        Duration pause = Duration.ofSeconds(1L << doubled);
        Instant end = found.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    private static List<Counted> counted(String account, String address) {
        String name = account.strip().toLowerCase(Locale.ROOT);
        return List.of(
                new Counted("both " + address + " " + name, FREE),
                new Counted("address " + address, FREE_OF_ADDRESS),
                new Counted("account " + name, FREE_OF_ACCOUNT));
    }
}
