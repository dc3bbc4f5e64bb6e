/**
 * Backward lines of hand-written operations, each judged on its own. Read {@link nabla.rule.RuleChecker} first; then {@link
 * nabla.rule.RuleCorners} and {@link nabla.rule.Saturation}, a closer look at lines that are right at usual inputs.
 */
package nabla.rule;
