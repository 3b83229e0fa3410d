package relais.feed.rebuild;

/**
 * Nobody is to go on with a building here: it is not wanted any more, or another has taken over.
 */
final class RebuildAbandoned extends RuntimeException {

    private static final long serialVersionUID = 1;
}
