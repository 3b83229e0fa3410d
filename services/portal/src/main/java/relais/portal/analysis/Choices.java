package relais.portal.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.portal.form.Choice;
import relais.portal.naming.Axes;
import relais.portal.page.Words;

/**
 * What one can choose in the forms of this desk, in the reader's words; {@code @analysisChoices…}.
 */
@Component("analysisChoices")
public record Choices(Words words) {

    private static final List<String> KINDS =
            list("PARTNER EXPERIENCE CONTRIBUTION OBJECTIVE ACTION WORKING_DAY");
    static final List<String> DIMENSIONS =
            list("region departement academie epci axis level kind partner");
    private static final List<String> METRICS =
            list(
                    """
                    active adoptions adoptions-ever endorsements submitted published revised \
                    confirmed highlighted withdrawn moderated adopted adoptions-reported \
                    adoptions-ended endorsed endorsements-retracted partners-registered \
                    contributions-consulted contributions-adopted objectives-set \
                    objectives-measured actions-planned actions-completed actions-abandoned \
                    working-days-held""");

    public List<Choice> axes() {
        return Axes.choices(words);
    }

    public List<Choice> levels() {
        return of("level", list("ECOLE COLLEGE LYCEE OTHER"));
    }

    public List<Choice> kinds() {
        return of("kind", KINDS);
    }

    /** Kinds of what is counted: one of them, or all. */
    public List<Choice> counted() {
        return of("kind", Stream.concat(Stream.of("ALL"), KINDS.stream()).toList());
    }

    public List<Choice> dimensions() {
        return of("dimension", DIMENSIONS);
    }

    public List<Choice> metrics() {
        return of("metric", METRICS);
    }

    public List<Choice> steps() {
        return of("step", List.of("year", "month"));
    }

    public List<Choice> targets() {
        return of("replay-target", List.of("FILE", "TOPIC", "STREAM"));
    }

    public List<Choice> formats() {
        return of("format", List.of("csv", "ndjson", "parquet", "avro"));
    }

    /** By what it happens to: « Expérience : publication ». */
    public List<Choice> types() {
        return EventTypes.BY_KIND.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(type -> type(kind.getKey(), type)))
                .toList();
    }

    private Choice type(String kind, String type) {
        return new Choice(type, words.code("kind", kind) + " – " + words.code("event", type));
    }

    private List<Choice> of(String group, List<String> codes) {
        return words.choices(group, codes);
    }

    private static List<String> list(String codes) {
        return List.of(codes.split(" "));
    }
}
