/** The language: text to records and back. ANTLR is used here and nowhere else. */
package nabla.syntax;
