package nabla.report;

/** A hand-written backward line by its place: the gradient on its left, and where it stands. */
public record RuleLine(int line, String gradient) { }
