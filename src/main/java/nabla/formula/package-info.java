/** How expressions look on paper. */
package nabla.formula;
