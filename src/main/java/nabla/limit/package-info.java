/** How long work may take: whoever started it may end it, at the next place where it looks. */
package nabla.limit;
