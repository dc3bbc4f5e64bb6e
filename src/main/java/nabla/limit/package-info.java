/**
 * How long work may take: whoever started it may end it, at the next place where it looks. Read {@link nabla.limit.Stop} first, then {@link
 * nabla.limit.TimeLimit}; {@link nabla.limit.Progress} is told how far it has come.
 */
package nabla.limit;
