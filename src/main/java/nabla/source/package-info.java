/** Texts, places in them, and what is said about those places. */
package nabla.source;
