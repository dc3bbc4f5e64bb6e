/** Finite differences and verdicts. */
package nabla.check;
