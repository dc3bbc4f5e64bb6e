/**
 * Reports and derivations as text, JSON, CSV, JUnit XML, Markdown and LaTeX. Read {@link nabla.writer.TextWriter} first, with {@link
 * nabla.writer.FileText}, then any other {@link nabla.writer.ReportWriter}. A writer reads the report and nothing else.
 */
package nabla.writer;
