/**
 * Numbers for nodes. Read {@link nabla.forward.Program} first, a graph as a flat list of instructions; then what runs it:
 * {@link nabla.forward.Values} over doubles, {@link nabla.forward.FieldValues} over other numbers, {@link nabla.forward.Perturbations} over
 * lanes, many changes side by side ({@link nabla.forward.Cohorts} of them share a plan). {@link nabla.forward.Replay} runs again the part that
 * one change touches, the oracle of the lanes; {@link nabla.forward.Noise} measures rounding errors.
 */
package nabla.forward;
