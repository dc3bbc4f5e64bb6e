/** Which mistake a wrong derivative is, and which mistakes a point cannot show. */
package nabla.mistake;
