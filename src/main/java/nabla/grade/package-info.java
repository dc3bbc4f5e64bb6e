/**
 * Homework: submissions are marked against a problem. {@link nabla.grade.Assignment} is the way in, {@link nabla.grade.Marker} decides what
 * each answer is, {@link nabla.grade.Course} is the result, and the writers only read it.
 */
package nabla.grade;
