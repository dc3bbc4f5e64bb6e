/**
 * The operations, and the functions of the language. All that is known of an operation stands on its row or in its record: simplify,
 * formula, mistake, network and check ask it ({@link nabla.graph.OpFacts}), and a test holds that nobody else writes its name.
 *
 * <h2>A function of single entries is one row</h2>
 * In {@link nabla.op.Unary} (of x, the derivative in x and the value y) or {@link nabla.op.Binary} (of a and b; a derivative by each).
 * {@link nabla.op.UnaryRow} and {@link nabla.op.BinaryRow} list what a row may add. The angle of a vector, whole:
 * <pre>
 * ATAN2(row("atan2 y x", StrictMath::atan2, Real::atan2, (y, x, s) -&gt; div(x, s), (y, x, s) -&gt; neg(div(y, s)))
 *         .share((y, x, angle) -&gt; add(pow(y, 2), pow(x, 2))).lanes(PairDifferences::atan2).guard(Edges::cut)),
 * </pre>
 * <ul>
 * <li>{@code "atan2 y x"}: its name and, where a text calls it, its parameters ({@code alpha=1} has a value when left out). The grammar
 * never changes; the row is found by itself, in the language, in {@code ops}, by proofs, networks and tests.
 * <li>Two kernels: for doubles, to the last digits, and over any arithmetic (60 digits run it).
 * <li>The derivative, written with the methods of {@link nabla.op.Algebra}, in functions of the language, so that the printed formula
 * reads back. It is a graph, so second derivatives work. Broadcasting is undone elsewhere. {@code share}: what both derivatives use.
 * <li>{@code guard}: where the derivative jumps or the domain ends ({@link nabla.graph.Guard}). Needed where there is such a place.
 * <li>{@code is(ODD, TOTAL, …)}: what is true of it; {@code means}: its value by simpler functions, for proofs; {@code latex}, {@code set}:
 * its notation; {@code lanes}: its change for a small change of the arguments, where a difference of two values would lose digits.
 * Each may be left out; TraitsTest names a trait that is forgotten.
 * </ul>
 *
 * <h2>Anything else is a record</h2>
 * It implements {@link nabla.graph.Op}, in a file of its own or of its family, and is found by a {@link nabla.op.Function} in the
 * {@code FUNCTIONS} of that file, which {@link nabla.op.Functions} has to list (one line for a new file). {@code cumsum} shows what it takes
 * ({@link nabla.op.Scans.RunningSum}, about 30 lines): {@code facts}, its row ({@link nabla.graph.OpFacts}), {@code shape}, one loop
 * {@code value} over any arithmetic ({@code FieldKernel} runs it on doubles too), {@code adjoint}, and what a changed part touches. Start from
 * what is nearest:
 * <ul>
 * <li>{@code Composite}: worth no kernel, its value is a graph ({@link nabla.op.Norm}).
 * <li>{@code Reduction}: one entry out of all, or along axes ({@link nabla.op.Factors.Prod}).
 * <li>{@code Scans.Along}: along an axis, the shape stays.
 * <li>{@code FieldKernel}: small matrices, any shape ({@link nabla.op.Kronecker}, {@link nabla.op.Triangle}).
 * <li>plain {@code Op}: kernels for doubles that have to be fast ({@link nabla.op.Matmul}).
 * </ul>
 * Leave {@code touched} alone unless {@code value} can work out a part of the result from a part of the arguments, wherever it lies.
 *
 * <h2>Its special values</h2>
 * A point, the value and the derivatives there, from a book, in {@code special-values.csv} of the tests; for a record in
 * {@code structural-special-values.csv}, with a call to try in {@code structural-calls.csv}. Tests fail until they are there; all others
 * (kernel against 60 digits, rule against differences, wrong rules found, printed rules read back) run by themselves. A row in
 * {@code conformance/functions.jsonl} compares with PyTorch.
 */
package nabla.op;
