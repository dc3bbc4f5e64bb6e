/**
 * The verification of gradients. Read {@link nabla.check.Checker} first, all gradients of a model; then {@link nabla.check.PointCheck},
 * those at one point; {@link nabla.check.Judge}, the verdict on one number; {@link nabla.check.Appeal}, the second oracle on what
 * differences left open; {@link nabla.check.LocalCheck}, an operation on its own; {@link nabla.check.Blame}, whose fault a wrong gradient
 * is. The result is {@link nabla.check.VerifiedGraph}.
 */
package nabla.check;
