/**
 * Exercises: made from a seed, judged, hinted at, explained, and printed on sheets. Nothing here knows of a terminal.
 *
 * <h2>For whoever talks to the pupil</h2>
 * One {@link nabla.exercise.Tutor} a session. Each of its methods gives a {@link nabla.exercise.Reply}: what became of it, and the
 * lines to show, each with a tone that may become a colour.
 *
 * <pre>{@code
 * Tutor tutor = new Tutor(Ledger.at(path));          // or Ledger.forgetful()
 * tutor.start("chain-rule-2 3 seed 7");              // topic, level, seed: each may be left out; "" chooses by progress
 * tutor.answer("2x + 1");                            // RIGHT, WRONG (the mistake and the next hint) or UNREADABLE (with a caret)
 * tutor.hint();  tutor.solution();  tutor.leave();
 * tutor.next();                                      // goes on with what was asked for last; an open exercise is skipped
 * tutor.exercise();                                  // the open one, or null: then what is typed is no answer
 * tutor.progress();  tutor.topics();
 * Sheet sheet = tutor.sheet("10 chain-rule-3 2 --latex");   // two texts and the names of their files
 * }</pre>
 *
 * An exercise stays open until it is solved, given up or skipped: {@code reply.outcome().isOver()} says so.
 *
 * <h2>How to add an exercise</h2>
 * Add a line to the table of its topic ({@code src/main/resources/nabla/exercise/<topic>.txt}); the first lines of each table say how one
 * is written. Nothing else is needed: the answer is worked out by differentiating, points at which a typical mistake would not show are
 * thrown away, and hints and the worked solution come from the graph.
 */
package nabla.exercise;
