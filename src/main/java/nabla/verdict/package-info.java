/**
 * What can be found out. Read {@link nabla.verdict.Verdict} first, about a gradient; then {@link nabla.verdict.Judgement}, about a claim.
 * Whoever finds out and whoever reports share these words.
 */
package nabla.verdict;
