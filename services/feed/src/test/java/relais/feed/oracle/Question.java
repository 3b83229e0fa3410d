package relais.feed.oracle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something to ask lists and counts for.
 *
 * @param parameter the query's, such as {@code &axis=USES}; empty for everything
 * @param condition what holds of the fields of each card or entry that is an answer
 * @param readsText whether the answer could tell words of hidden texts: the public then gets none
 *     of those cards
 */
record Question(String parameter, Predicate<Map<String, Object>> condition, boolean readsText) {

    static final Question EVERYTHING = new Question("", fields -> true, false);

    /** Of those that exist at any time: another one would be refused. */
    private static final List<String> TERRITORIES =
            List.of(
                    "commune:25056",
                    "epci:243500139",
                    "departement:93",
                    "region:53",
                    "academie:03",
                    "pays:FR");

    /**
     * One for each parameter, with a value that the history has.
     *
     * @param partners the present names of partners by their ids: a card is found by them too. No
     *     territory of the history is called by these words
     */
    static List<Question> some(Random random, Map<String, String> partners) {
        return List.of(
                EVERYTHING,
                any("territory", "territories", one(random, TERRITORIES)),
                is("kind", one(random, List.of("PARTNER", "EXPERIENCE", "CONTRIBUTION", "ACTION"))),
                any("axis", "axes", one(random, List.of("USES", "GOVERNANCE", "INDUSTRY"))),
                is("level", one(random, List.of("ECOLE", "COLLEGE", "LYCEE"))),
                is("status", one(random, List.of("PUBLISHED", "MODERATED", "ADOPTED", "OPEN"))),
                tag(one(random, List.of("maternelle", "ent", "TNI"))),
                words(
                        one(random, List.of("tablette", "équipement", "ecole", "l'accès naivete")),
                        partners));
    }

    private static String one(Random random, List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Question is(String parameter, String value) {
        return new Question(
                query(parameter, value), fields -> value.equals(fields.get(parameter)), false);
    }

    private static Question any(String parameter, String field, String value) {
        return new Question(
                query(parameter, value),
                fields -> Fields.texts(fields, field).contains(value),
                false);
    }

    /** However it is written. */
    private static Question tag(String value) {
        return new Question(
                query("tag", value),
                fields -> Fields.texts(fields, "tags").stream().anyMatch(value::equalsIgnoreCase),
                true);
    }

    private static Question words(String value, Map<String, String> partners) {
        var french = new FrenchWords();
        List<String> wanted = french.of(Set.of(value));
        return new Question(
                query("q", value),
                fields ->
                        wanted.stream()
                                .allMatch(
                                        word ->
                                                Fields.texts(fields, "terms").contains(word)
                                                        || concerned(fields)
                                                                .map(partners::get)
                                                                .filter(Objects::nonNull)
                                                                .anyMatch(
                                                                        name ->
                                                                                french.of(
                                                                                                Set
                                                                                                        .of(
                                                                                                                name))
                                                                                        .contains(
                                                                                                word))),
                true);
    }

    /** Of an entry all who act in it; of a card the one it is of. */
    private static Stream<String> concerned(Map<String, Object> fields) {
        return fields.containsKey("partners")
                ? Fields.texts(fields, "partners").stream()
                : Stream.of(String.valueOf(fields.get("partner")));
    }

    private static String query(String parameter, String value) {
        return "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
