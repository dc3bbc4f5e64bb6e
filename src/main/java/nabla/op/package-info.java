/** The operations, as tables, and the functions of the language. <!-- how to add an op --> */
package nabla.op;
