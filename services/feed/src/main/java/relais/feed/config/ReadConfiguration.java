package relais.feed.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.feed.adapter.http.AtomWriter;
import relais.feed.adapter.http.EntryViews;
import relais.feed.adapter.http.ReadYourWrite;
import relais.feed.adapter.http.Sentences;
import relais.feed.adapter.http.StreamHub;
import relais.feed.adapter.http.Streams;
import relais.feed.query.Activities;
import relais.feed.query.Cards;
import relais.feed.rebuild.CurrentModel;
import tools.jackson.databind.json.JsonMapper;

/** The way out: from the read model to readers. */
@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    @Bean
    AtomWriter atomWriter(Sentences sentences, FeedProperties properties) {
        return new AtomWriter(sentences, properties.pages());
    }

    @Bean
    ReadYourWrite readYourWrite(Cards cards, CurrentModel current, FeedProperties properties) {
        return new ReadYourWrite(
                cards, current::serving, properties.atLeastLimit(), properties.atLeastPlaces());
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
