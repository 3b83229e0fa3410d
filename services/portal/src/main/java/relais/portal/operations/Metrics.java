package relais.portal.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Gauges in Prometheus' text form. Lines that are none are passed over. */
record Metrics(List<Sample> samples) {

    private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private record Sample(String name, Map<String, String> labels, double value) {}

    static Metrics of(String text) {
        List<Sample> samples = new ArrayList<>();
        text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .forEach(
                        line -> {
                            double value = number(line.group(3));
                            if (Double.isFinite(value)) {
                                samples.add(
                                        new Sample(line.group(1), labels(line.group(2)), value));
                            }
                        });
        return new Metrics(List.copyOf(samples));
    }

    OptionalDouble sum(String name) {
        return all(name).reduce(Double::sum);
    }

    OptionalDouble most(String name) {
        return all(name).max();
    }

    /** Sums by what a label says, in its order. */
    Map<String, Double> sums(String name, String label) {
        Map<String, Double> sums = new TreeMap<>();
        for (Sample sample : samples) {
            String of = sample.labels().get(label);
            if (sample.name().equals(name) && of != null) {
                sums.merge(of, sample.value(), Double::sum);
            }
        }
        return sums;
    }

    private DoubleStream all(String name) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .mapToDouble(Sample::value);
    }

    private static Map<String, String> labels(@Nullable String text) {
        return LABEL.matcher(text == null ? "" : text)
                .results()
                .collect(
                        Collectors.toMap(
                                label -> label.group(1),
                                label -> label.group(2),
                                (_, last) -> last));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
