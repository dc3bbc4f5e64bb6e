/**
 * Submissions, read beside the problem that they answer. Read {@link nabla.homework.Problem} first, the way in; then {@link
 * nabla.homework.SubmissionReader}, which sorts the lines of a submission, and {@link nabla.homework.SubmissionScope}, what names mean in them.
 * What comes out is {@link nabla.homework.SubmissionContents}; marking it is the business of {@code nabla.grade}.
 */
package nabla.homework;
