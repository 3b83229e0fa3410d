package relais.partners.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.domain.MandateId;
import relais.partners.domain.MandateRole;
import relais.partners.domain.PartnerCommand;
import relais.partners.domain.PartnerId;
import relais.partners.domain.Person;
import relais.partners.domain.Refused;

/**
 * A partner lets a person act for it. The person is kept after the mandate is written and only
 * then: a mandate without a known person can be completed, a person without a mandate would be data
 * held without a reason.
 */
public final class GrantMandate {

    /**
     * @param id null to have one made
     * @param from first day, in Paris; null for the day on which this happens
     * @param until last day, in Paris; null if open
     */
    public record Request(
            @Nullable String id,
            @Nullable String role,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable PersonInput person) {}

    private final Change change;
    private final UniqueNames names;
    private final Persons persons;
    private final Clock clock;
    private final Supplier<String> newId;

    /**
     * @param newId makes a mandate's id that nobody has
     */
    public GrantMandate(
            Partners partners,
            Claims claims,
            Persons persons,
            Clock clock,
            Supplier<String> newId) {
        this.change = new Change(partners, clock);
        this.names = new UniqueNames(claims, partners);
        this.persons = persons;
        this.clock = clock;
        this.newId = newId;
    }

    public Outcome grant(Target target, Request request, Occasion occasion) {
        Fields.Read<Person> person =
                request.person() == null ? null : request.person().read("person.");
        String id = request.id() == null || request.id().isBlank() ? newId.get() : request.id();
        Outcome outcome =
                change.of(
                        target,
                        occasion,
                        Actor::mayActFor,
                        () -> read(id, request, person),
                        command -> claim(command.mandate(), new PartnerId(target.partner())));
        if (outcome instanceof Outcome.Done done && person != null) {
            persons.keep(new MandateId(id), done.partner().id(), person.sound());
        }
        return outcome;
    }

    private @Nullable Refused claim(MandateId mandate, PartnerId partner) {
        var claim = new Claim(Kind.MANDATE, mandate.value());
        return names.take(claim, partner, clock.instant()) ? null : Refused.mandateIdTaken(mandate);
    }

    private static Fields.Read<PartnerCommand.GrantMandate> read(
            String id, Request request, Fields.@Nullable Read<Person> person) {
        var fields = new Fields();
        var mandate =
                fields.required(
                        "id", id, MandateId::accepts, MandateId::new, _ -> Refused.mandateId("id"));
        var role =
                fields.required(
                        "role",
                        request.role(),
                        raw -> MandateRole.named(raw).isPresent(),
                        MandateRole::valueOf,
                        _ -> Refused.oneOf("role", MandateRole.values()));
        var read =
                fields.read(
                        () ->
                                new PartnerCommand.GrantMandate(
                                        requireNonNull(mandate),
                                        requireNonNull(role),
                                        request.from(),
                                        request.until()));
        if (person == null || person.isSound()) {
            return read;
        }
        var refused = new ArrayList<>(read.refused());
        refused.addAll(person.refused());
        return new Fields.Read<>(null, refused);
    }
}
