package relais.portal.map;

import java.util.List;

/**
 * A map ready to be drawn.
 *
 * @param shapes in the order of their codes
 * @param legend what the shades mean, the lightest first
 * @param figures the same as shapes, in the order of the table
 */
public record Drawing(List<Shape> shapes, List<LegendEntry> legend, List<Shape> figures) {

    /**
     * A département.
     *
     * @param shade from 0 (none) to 5 (most)
     * @param chosen whether it is the one looked at
     * @param overseas whether it is in an inset
     * @param aroundParis whether it is drawn large in an inset too
     * @param link the address that narrows to it
     */
    public record Shape(
            String code,
            String name,
            long count,
            int shade,
            boolean chosen,
            boolean overseas,
            boolean aroundParis,
            String link) {}

    /** Counts that occur from one to another, both included, have a shade. */
    public record LegendEntry(int shade, long from, long to) {}

    public List<Shape> overseas() {
        return shapes.stream().filter(Shape::overseas).toList();
    }

    public List<Shape> aroundParis() {
        return shapes.stream().filter(Shape::aroundParis).toList();
    }
}
