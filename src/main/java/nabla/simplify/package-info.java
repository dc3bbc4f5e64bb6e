/**
 * Readable formulas. A graph is read as pooled terms ({@link nabla.simplify.TermReader}), rules work where terms are made
 * ({@link nabla.simplify.Terms}), the shortest of some forms is chosen ({@link nabla.simplify.Settling}) and written back as nodes
 * ({@link nabla.simplify.TermWriter}). Canonical forms of the same terms prove that two formulas are equal.
 *
 * <p>Rational functions are the business of the Rings library. Loading it and its first calls take about 0.1 s, as long as all the rest
 * of a small file, so it is asked only where a term shows that it would help ({@link nabla.simplify.Hopes}). All bounds are counts,
 * so results do not depend on the machine.
 */
package nabla.simplify;
