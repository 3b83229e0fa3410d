package relais.experiences.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom members may ask about an experience. Kept apart: it never enters an event. */
public record Contact(@Nullable String name, @Nullable String email) {

    private static final TextRule NAME = TextRule.line(200);
    private static final TextRule EMAIL = TextRule.line(254);

    public Contact {
        name = ProposedContent.clean(name);
        email = ProposedContent.clean(email);
    }

    public boolean isEmpty() {
        return name == null && email == null;
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
                        shape)
                .flatMap(refusals -> refusals)
                .toList();
    }
}
