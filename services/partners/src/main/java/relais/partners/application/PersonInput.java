package relais.partners.application;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import relais.partners.domain.Person;
import relais.partners.domain.Refused;

/** A person as received. It does not print itself, so that no log can hold it. */
public record PersonInput(@Nullable String name, @Nullable String email) {

    /**
     * @param path where the person stands in the input, such as {@code person.}; empty at its root
     */
    Fields.Read<Person> read(String path) {
        var fields = new Fields();
        var who =
                fields.required(
                        path + "name",
                        name,
                        Person::acceptsName,
                        raw -> raw,
                        _ -> Refused.oneLine(path + "name", Person.MAX_NAME));
        var where =
                fields.optional(
                        email,
                        Person::acceptsEmail,
                        raw -> raw,
                        _ -> Refused.email(path + "email"));
        return fields.read(() -> new Person(requireNonNull(who), where));
    }

    @Override
    public String toString() {
        return "PersonInput[not shown]";
    }
}
