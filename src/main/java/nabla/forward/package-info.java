/** Numbers for nodes. */
package nabla.forward;
