package relais.contributions.message;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.contributions.known.GatherCircumstances;

/** The use cases with everything around them in memory, but the true cipher. */
final class Bench {

    Instant now = Dialogue.NOW;
    final InMemoryAggregates<Message, MessageEvent> messages = new InMemoryAggregates<>();
    final InMemoryAggregates<AuthorKey, AuthorKey.Event> keys = new InMemoryAggregates<>();

    private final Map<String, RecentPosts> recent = new HashMap<>();
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final TextCipher cipher = new TextCipher(new SecureRandom());
    private final GatherCircumstances gather =
            new GatherCircumstances(
                    new KnownPartners(),
                    _ -> Optional.empty(),
                    id -> Optional.ofNullable(Dialogue.CARDS.get(id)),
                    Dialogue.EVERYWHERE,
                    clock);
    private final Subjects subjects =
            (id, reader) ->
                    Optional.ofNullable(Dialogue.CARDS.get(id))
                            .filter(card -> card.isPublic() || reader.equals(Dialogue.SECRETARY))
                            .isPresent();
    private final ChangeAggregate<Message, MessageCommand, MessageEvent> changeMessage =
            gather.change(new MessageRules(), messages);
    private final ChangeAggregate<AuthorKey, AuthorKey.Command, AuthorKey.Event> changeKey =
            gather.change(new AuthorKeyRules(), keys);

    final AuthorKeys erase = new AuthorKeys(keys, changeKey, cipher);
    final PostMessage post =
            new PostMessage(messages, changeMessage, erase, cipher, this::take, subjects, gather);
    final RedactMessage redact = new RedactMessage(messages, changeMessage, subjects);
    final ReadThread read = new ReadThread(new KeptThreads(), subjects, cipher);

    private Duration take(String mandate) {
        RecentPosts before = recent.getOrDefault(mandate, RecentPosts.NONE);
        Duration wait = before.waitAt(now);
        if (wait.isZero()) {
            recent.put(mandate, before.and(now));
        }
        return wait;
    }

    private static final class KnownPartners implements Partners {
        @Override
        public Optional<Partner> find(PartnerId id) {
            return Dialogue.PARTNERS.stream().filter(known -> known.id().equals(id)).findFirst();
        }

        @Override
        public Set<PartnerId> signatories() {
            return Set.of();
        }
    }

    private final class KeptThreads implements Threads {
        @Override
        public List<Stored<Message>> list(
                String subject, @Nullable ListPosition<Instant> after, int limit) {
            return messages.all().stream()
                    .filter(stored -> stored.state().subject().equals(subject))
                    .sorted(
                            Comparator.comparing(
                                            (Stored<Message> stored) -> stored.state().postedAt())
                                    .thenComparing(Stored::id))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<AuthorKey> keysOf(Collection<String> mandates) {
            return keys.all().stream()
                    .map(Stored::state)
                    .filter(key -> mandates.contains(key.id().mandate()))
                    .toList();
        }
    }
}
