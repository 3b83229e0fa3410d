package relais.history.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.history.adapter.files.ReplayFiles;
import relais.history.adapter.http.Formats;
import relais.history.adapter.http.QuestionReader;
import relais.history.adapter.http.ReplayRequests;
import relais.history.adapter.http.Slots;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.export.Payloads;
import relais.history.export.Rows;
import relais.history.replay.Allowance;
import relais.history.replay.OutdatedReplays;
import relais.history.replay.Player;
import relais.history.replay.ReplayRunner;
import relais.history.replay.ReplayService;
import relais.history.replay.ReplayTargets;
import relais.history.replay.Replays;
import relais.log.Log;
import tools.jackson.databind.json.JsonMapper;

/** Replays: what they are remembered by, run by, and made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplaysProperties.class)
class ReplaysConfiguration {

    @Bean
    ReplayFiles replayFiles(ReplaysProperties properties, Clock clock) {
        return new ReplayFiles(properties.folder(), properties.eventsOfAStream(), clock);
    }

    @Bean
    ReplayTargets replayTargets(
            ReplayTargets.Topics topics,
            ReplayFiles files,
            Log log,
            Payloads payloads,
            Rows.Geography geography,
            Repeats repeats,
            Formats formats,
            HiddenTexts hidden) {
        return new ReplayTargets(
                topics,
                files,
                log,
                payloads,
                geography,
                repeats,
                file -> formats.named(file.format(), file.raw()),
                hidden);
    }

    @Bean
    ReplayRunner replayRunner(
            Replays replays,
            ReplayTargets replayTargets,
            ReplaysProperties properties,
            MeterRegistry meters,
            Clock clock) {
        ReplayRunner runner =
                new ReplayRunner(
                        replays,
                        replayTargets,
                        ReplayRunner.Settings.of(
                                properties.runsAtOnce(),
                                properties.held(),
                                properties.patience(),
                                properties.most().toBytes(),
                                properties.checkpointEvery()),
                        clock);
        Gauge.builder("relais.history.replays.held", runner, ReplayRunner::held)
                .description("Replays that this instance runs or holds while they are paused")
                .register(meters);
        Gauge.builder("relais.history.replays.left", runner, ReplayRunner::left)
                .description("Records of the log that those replays have yet to go through")
                .register(meters);
        return runner;
    }

    @Bean
    OutdatedReplays outdatedReplays(
            Replays replays, ReplayTargets replayTargets, HiddenTexts hidden, Clock clock) {
        return new OutdatedReplays(replays, replayTargets, hidden, clock);
    }

    @Bean
    Allowance allowance(ReplaysProperties properties) {
        return new Allowance(
                properties.account().atOnce(),
                properties.account().kept(),
                properties.account().bytes().toBytes());
    }

    @Bean
    ReplayService replayService(
            Replays replays,
            ReplayTargets replayTargets,
            ReplayRunner runner,
            Allowance allowance,
            Clock clock) {
        return new ReplayService(replays, replayTargets, runner, allowance, clock);
    }

    @Bean
    ReplayRequests replayRequests(
            QuestionReader questions,
            Formats formats,
            JsonMapper json,
            ReplaysProperties properties,
            Clock clock) {
        return new ReplayRequests(questions, formats, json, properties.kept(), clock);
    }

    @Bean
    Player player(Replays replays, ReplayRunner runner) {
        return new Player(replays, runner::isStopping, System::nanoTime, Thread::sleep);
    }

    /** Each listener holds two open files. */
    @Bean
    Slots streamSlots(ReplaysProperties properties) {
        return new Slots(properties.listeners(), "too-many-listeners", Duration.ofSeconds(10));
    }
}
