/**
 * What a check found, and its writers. Read {@link nabla.report.Report} first, then one writer: {@link nabla.report.TextWriter} with {@link
 * nabla.report.FileText}. A writer reads the report and nothing else. {@link nabla.report.Derivation} is the report of a derivation.
 */
package nabla.report;
