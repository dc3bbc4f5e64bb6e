/** Readable formulas. */
package nabla.simplify;
