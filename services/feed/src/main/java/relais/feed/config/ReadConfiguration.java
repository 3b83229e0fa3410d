package relais.feed.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import relais.feed.adapter.http.AtomWriter;
import relais.feed.adapter.http.CardModule;
import relais.feed.adapter.http.CardViews;
import relais.feed.adapter.http.EntryViews;
import relais.feed.adapter.http.FeedPages;
import relais.feed.adapter.http.FilterReader;
import relais.feed.adapter.http.ReadYourWrite;
import relais.feed.adapter.http.Readers;
import relais.feed.adapter.http.ReferenceSchemas;
import relais.feed.adapter.http.ReportMarkdown;
import relais.feed.adapter.http.Reports;
import relais.feed.adapter.http.Sentences;
import relais.feed.adapter.http.StreamHub;
import relais.feed.adapter.http.Streams;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.feed.query.Vocabulary;
import relais.feed.query.Widening;
import relais.territories.Territories;
import tools.jackson.databind.json.JsonMapper;

/** The way out: from the read model to readers. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    @Bean
    FilterReader filterReader(Territories territories, Clock clock, Vocabulary vocabulary) {
        return new FilterReader(territories, clock, vocabulary);
    }

    @Bean
    Widening widening(Vocabulary vocabulary) {
        return new Widening(vocabulary);
    }

    @Bean
    Readers readers(Cards cards) {
        return new Readers(cards);
    }

    @Bean
    Sentences sentences() {
        return new Sentences();
    }

    @Bean
    AtomWriter atomWriter(Sentences sentences, FeedProperties properties) {
        return new AtomWriter(sentences, properties.pages());
    }

    @Bean
    CardViews cardViews(Cards cards, Territories territories, Clock clock) {
        return new CardViews(cards, territories, clock);
    }

    @Bean
    CardModule cardModule() {
        return new CardModule();
    }

    /** What a card refers to is answered with its name. */
    @Bean
    @Lazy
    PropertyCustomizer referenceSchemas() {
        return ReferenceSchemas::describe;
    }

    @Bean
    EntryViews entryViews(Cards cards, Territories territories, Sentences sentences) {
        return new EntryViews(cards, territories, sentences);
    }

    @Bean
    Reports reports(
            Activities activities,
            Agenda agenda,
            EntryViews views,
            Territories territories,
            Sentences sentences,
            Clock clock) {
        return new Reports(activities, agenda, views, territories, sentences, clock);
    }

    @Bean
    ReportMarkdown reportMarkdown(Sentences sentences) {
        return new ReportMarkdown(sentences);
    }

    @Bean
    FeedPages feedPages(Activities activities, EntryViews views, Widening widening) {
        return new FeedPages(activities, views, widening);
    }

    @Bean
    ReadYourWrite readYourWrite(Cards cards, FeedProperties properties) {
        return new ReadYourWrite(cards, properties.atLeastLimit(), properties.atLeastPlaces());
    }

    @Bean
    StreamHub streamHub(
            Activities activities,
            EntryViews views,
            FeedProperties properties,
            MeterRegistry meters) {
        var hub = new StreamHub(activities, views, properties.streams());
        Gauge.builder("relais.feed.streams", hub, StreamHub::size)
                .description("Open streams")
                .register(meters);
        return hub;
    }

    @Bean
    Streams streams(
            StreamHub hub,
            Activities activities,
            EntryViews views,
            JsonMapper json,
            FeedProperties properties) {
        return new Streams(hub, activities, views, json, properties.streams());
    }
}
