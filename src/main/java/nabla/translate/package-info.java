/** From syntax to graph: names, shapes, claims, and where each node came from. */
package nabla.translate;
