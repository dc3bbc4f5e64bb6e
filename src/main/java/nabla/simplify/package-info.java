/**
 * Readable formulas. A graph is read as pooled terms ({@link nabla.simplify.TermReader}), rules work where terms are made
 * ({@link nabla.simplify.TermMaker}), the shortest of some forms is chosen ({@link nabla.simplify.FormChoice}) and written back as nodes
 * ({@link nabla.simplify.TermWriter}). Canonical forms of the same terms prove that two formulas are equal.
 *
 * <p>Rational functions are the business of the Rings library. Loading it and its first calls take about 0.1 s, as long as all the rest
 * of a small file, so it is asked only where a term shows that it would help ({@link nabla.simplify.ShorteningSigns}). All bounds are counts,
 * so results do not depend on the machine: at most 40,000 terms and 100,000 steps ({@link nabla.simplify.TermPool}, about half a second) a
 * formula. What would take more is shown as it is.
 *
 * <p>Equal means: equal wherever both sides have a value. Roots and logarithms of products are taken apart only where {@link
 * nabla.simplify.Signs} knows that a factor cannot be negative. Every simplified formula is compared with the original at random points
 * before it is shown ({@link nabla.simplify.RandomComparison}).
 */
package nabla.simplify;

