/**
 * What a text means, before anything is computed or judged. Read {@link nabla.model.Model} first: a graph with its leaves, its output and
 * its claims; then {@link nabla.model.Handwork}, an operation with backward lines by hand, and {@link nabla.model.QuestionTarget}, a question.
 */
package nabla.model;
