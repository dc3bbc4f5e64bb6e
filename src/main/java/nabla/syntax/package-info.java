/**
 * The language: text to records and back. Read {@link nabla.syntax.Statement} and {@link nabla.syntax.Expression} first, what is read; then
 * {@link nabla.syntax.Reader}, the way in; {@link nabla.syntax.CutText}, a text in sentences; {@link nabla.syntax.SentenceParser}, one
 * statement by the grammar, or by the tree of an earlier one of its form; {@link
 * nabla.syntax.StatementBuilder} and {@link nabla.syntax.ExpressionBuilder}, the records of it; {@link nabla.syntax.Complaints}, what is
 * said of what cannot be read. ANTLR is used here and nowhere else.
 */
package nabla.syntax;
