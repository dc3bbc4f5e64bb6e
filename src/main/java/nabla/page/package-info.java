/**
 * Reports as one page of HTML that a reader can step through. Read {@link nabla.page.HtmlWriter} first, which puts the document together; then
 * {@link nabla.page.Article}, the report of one text section by section; {@link nabla.page.Passes}, both passes; {@link nabla.page.MathMl}. What moves is
 * in {@code page.js}: it only shows and hides what the page already says, so that nothing is lost without it.
 */
package nabla.page;
