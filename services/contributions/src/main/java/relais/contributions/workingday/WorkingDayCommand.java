package relais.contributions.workingday;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/** What someone asks of a working day, as typed: texts may be absent or wrong. */
public sealed interface WorkingDayCommand {

    record Schedule(WorkingDayId id, ProposedMeeting meeting) implements WorkingDayCommand {}

    /** The whole meeting anew: what is left out is no longer there. The agenda stays. */
    record Reschedule(ProposedMeeting meeting, @Nullable String reason)
            implements WorkingDayCommand {
        public Reschedule {
            reason = Typed.text(reason);
        }
    }

    record Cancel(@Nullable String reason) implements WorkingDayCommand {
        public Cancel {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param item a new id
     * @param card the id of anything that everyone may read, of any service
     */
    record AddItem(
            AgendaItemId item,
            @Nullable String label,
            @Nullable String card,
            @Nullable Long cardVersion,
            @Nullable String note)
            implements WorkingDayCommand {
        public AddItem {
            label = Typed.text(label);
            card = Typed.text(card);
            note = Typed.text(note);
        }
    }

    record RemoveItem(AgendaItemId item, @Nullable String reason) implements WorkingDayCommand {
        public RemoveItem {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param text in Markdown
     * @param attending partner ids
     * @param correction what was wrong in the minutes that these replace
     */
    record PublishMinutes(
            @Nullable String text,
            List<String> attending,
            List<ProposedDecision> decisions,
            @Nullable String correction)
            implements WorkingDayCommand {
        public PublishMinutes {
            text = Typed.text(text);
            attending = Typed.texts(attending);
            decisions = List.copyOf(decisions);
            correction = Typed.text(correction);
        }
    }
}
