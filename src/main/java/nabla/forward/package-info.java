/**
 * Numbers for nodes. Read {@link nabla.forward.Tape} first, the order of evaluation; then {@link nabla.forward.Values}, the numbers at a
 * point; {@link nabla.forward.Replay}, what a small change changes; {@link nabla.forward.Cohorts} and {@link nabla.forward.Program}, many
 * changes side by side; {@link nabla.forward.Noise}, rounding errors.
 */
package nabla.forward;
