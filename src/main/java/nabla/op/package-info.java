/**
 * The operations, as tables, and the functions of the language.
 *
 * <h2>How to add an op</h2>
 * <ol>
 * <li><b>A row, or a record.</b> A function of single entries is one row of {@link nabla.op.Unary}, {@link nabla.op.Binary} or
 * {@link nabla.op.Ternary}: name and aliases, kernel for doubles, kernel over any arithmetic, derivative. Anything else is a small
 * record that implements {@link nabla.graph.Op}, in the file of its family; {@link nabla.op.Matmul} shows what that takes.</li>
 * <li><b>Its rule.</b> Write the derivative with the methods of {@link nabla.op.Algebra}, in functions of the language, so that the
 * printed formula reads back. Broadcasting is undone elsewhere. Say with a {@link nabla.graph.Guard} where the derivative jumps or the
 * domain ends.</li>
 * <li><b>Its name.</b> The row is found under its name by itself. A record needs a {@link nabla.op.Function} in its family's
 * {@code FUNCTIONS}; a new family is one line in {@link nabla.op.Functions}. The grammar never changes: functions are names.</li>
 * <li><b>Its special values.</b> A line in {@code special-values.csv} of the tests: a point, the value and the derivatives there, from
 * a book. A test fails until it is there; all other tests (kernel against 60 digits, rule against differences) run by themselves.</li>
 * </ol>
 */
package nabla.op;
