/**
 * Homework: submissions are marked against a problem. Read {@link nabla.grade.Assignment} first, the way in; {@link nabla.grade.Marker} decides what
 * each answer is, {@link nabla.grade.Course} is the result, and the writers only read it.
 */
package nabla.grade;
