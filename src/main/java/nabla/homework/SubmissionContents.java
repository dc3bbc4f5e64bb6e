package nabla.homework;

import java.util.List;
import nabla.source.Diagnostic;

/**
 * What a submission states.
 *
 * @param stated      in the order of the text
 * @param diagnostics what is wrong with lines that answer no question, and other remarks
 */
public record SubmissionContents(List<SubmittedAnswer> stated, List<Diagnostic> diagnostics) { }
