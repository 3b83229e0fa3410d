package relais.experiences.experience;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A field of a card that a reviewer may speak of, as the JSON of a card names it. */
record ContentField(String name, boolean list, List<String> parts) {

    private static final Pattern FORM =
            Pattern.compile("([a-zA-Z]+)(\\[\\d{1,3}])?(?:\\.([a-z]+))?");

    private static final List<ContentField> ALL =
            Stream.concat(
                            Stream.of(ProposedContent.class.getRecordComponents())
                                    .map(ContentField::of),
                            Stream.of(new ContentField("competentPartner", false, List.of())))
                    .toList();

    private static ContentField of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean list = type instanceof ParameterizedType;
        Class<?> value =
                list
                        ? (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0]
                        : component.getType();
        List<String> parts =
                value.isRecord()
                        ? Stream.of(value.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()
                        : List.of();
        return new ContentField(component.getName(), list, parts);
    }

    /** Whether it names a field, one entry of a list, or a part: {@code links[0].url}. */
    static boolean isNamed(String text) {
        Matcher name = FORM.matcher(text);
        return name.matches()
                && ALL.stream()
                        .filter(known -> known.name.equals(name.group(1)))
                        .anyMatch(
                                known ->
                                        (name.group(2) == null || known.list)
                                                && (name.group(3) == null
                                                        || known.parts.contains(name.group(3))));
    }

    /** All of them, for people. */
    static String names() {
        return ALL.stream().map(ContentField::name).collect(Collectors.joining(", "));
    }
}
