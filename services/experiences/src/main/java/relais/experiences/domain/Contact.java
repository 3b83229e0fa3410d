package relais.experiences.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom one may ask about an experience. Kept apart: it never enters an event.
 *
 * @param visibleTo {@code COMMITTEE} or {@code PARTNERS}, as typed; the committee alone if it is
 *     absent, as in whatever was kept before the question was asked
 */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String visibleTo) {

    private static final String COMMITTEE = "COMMITTEE";
    private static final String PARTNERS = "PARTNERS";
    private static final TextRule NAME = TextRule.line(200);
    private static final TextRule EMAIL = TextRule.line(254);

    public Contact {
        name = ProposedContent.clean(name);
        email = ProposedContent.clean(email);
        visibleTo = ProposedContent.clean(visibleTo);
    }

    public boolean isEmpty() {
        return name == null && email == null;
    }

    /** Whether every partner may read it, and not the committee alone. */
    public boolean isForPartners() {
        return PARTNERS.equals(visibleTo);
    }

    /** What is wrong with it; an address is only checked for its shape. */
    public List<Refusal> refusals() {
        Stream<Refusal> shape =
                email == null || email.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+")
                        ? Stream.empty()
                        : Stream.of(Refusal.invalid("contact.email", "email"));
        return Stream.of(
                        NAME.check("contact.name", name),
                        EMAIL.check("contact.email", email),
                        shape,
                        ActorRules.when(
                                visibleTo != null
                                        && !visibleTo.equals(COMMITTEE)
                                        && !isForPartners(),
                                Refusal.invalid("contact.visibleTo", "unknown-audience")))
                .flatMap(refusals -> refusals)
                .toList();
    }
}
