package relais.portal.api;

import java.util.List;

/** Experiences that resemble one, the most alike first. */
public record SimilarExperiences(List<Similar> items) {

    /** One of them, and in what it resembles. */
    public record Similar(
            Card card,
            List<String> axes,
            List<String> tags,
            boolean sameLevel,
            boolean similarSize,
            boolean sameDepartement) {}
}
