/**
 * What a check found, as data: no nodes, no layout. Read {@link nabla.report.Report} first, then {@link nabla.report.NodeReport} and {@link
 * nabla.report.ClaimReport}. {@link nabla.report.Derivation} is the report of a derivation. {@link nabla.report.Digits} and {@link
 * nabla.report.TextGrid} write its numbers, for whoever shows some of them.
 */
package nabla.report;
