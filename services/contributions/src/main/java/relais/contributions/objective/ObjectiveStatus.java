package relais.contributions.objective;

/** Where an objective stands. Nothing leaves {@link #WITHDRAWN}. */
public enum ObjectiveStatus {
    OPEN,
    WITHDRAWN
}
