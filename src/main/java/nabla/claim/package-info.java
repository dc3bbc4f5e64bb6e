/**
 * Claims and what becomes of them. Read {@link nabla.claim.ClaimJudge} first; then {@link nabla.claim.Observation}, a claim at one point;
 * {@link nabla.claim.Closeness}, how close is close enough; {@link nabla.claim.PartOfDomain} and {@link nabla.claim.Counterexample}, a
 * closer look at formulas that are right at all usual points or wrong only at some.
 */
package nabla.claim;
