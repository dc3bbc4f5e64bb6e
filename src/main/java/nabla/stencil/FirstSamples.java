package nabla.stencil;

/** First samples of the entries of a node; the noise is null where it was not found. */
public record FirstSamples(Trials.EntrySamples taken, double[] growing, double[] constant) { }
