package relais.portal.days;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import relais.portal.account.Capacity;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Questions;
import relais.portal.call.Remote;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;
import relais.portal.page.Words;

/** Working days that are over and have no minutes yet. */
@Component
record MinutesToDos(Remote<CommitteeApi> committee, Clock clock) {

    @Bean
    @Order(50)
    ToDos minutesWaiting() {
        return new ToDos(
                "working-days", Set.of(Capacity.COMMITTEE), (_, _) -> committee.start(this::find));
    }

    private ToDos.Found find(CommitteeApi api) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        String yesterday = today.minusDays(1).toString();
        return ToDos.Found.of(
                api.workingDays(
                        Questions.of("status", "SCHEDULED", "to", yesterday, "limit", ToDos.MOST)),
                day ->
                        new ToDo(
                                "minutes",
                                day.theme(),
                                "/desk/working-days/" + day.id() + "/minutes",
                                false));
    }
}
