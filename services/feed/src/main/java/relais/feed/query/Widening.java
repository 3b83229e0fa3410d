package relais.feed.query;

/** Makes a question that found nothing one that may: by words that are like those of it. */
public final class Widening {

    private final Vocabulary vocabulary;

    public Widening(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The same question with similar words beside its own. */
    public Filter of(Filter filter) {
        return filter.inWords(filter.words().stream().map(vocabulary::similar).toList());
    }
}
