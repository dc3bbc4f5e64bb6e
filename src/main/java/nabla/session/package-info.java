/** The public API. */
package nabla.session;
