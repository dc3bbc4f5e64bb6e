/**
 * Texts, places in them, and what is said about those places. Read {@link nabla.source.SourceText} first, then {@link
 * nabla.source.Diagnostic}; {@link nabla.source.Spelling} finds the name that was meant.
 */
package nabla.source;
