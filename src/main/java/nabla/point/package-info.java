/**
 * Where a graph is looked at. Read {@link nabla.point.Points} first: the points of a text and further ones; then {@link
 * nabla.point.PointSampler}, which draws them; {@link nabla.point.Branches}, on which side of every kink, jump and edge a point lies;
 * {@link nabla.point.Corners}, points that usual draws miss.
 */
package nabla.point;
