/**
 * The graph of a report as a picture, in the forms that slides, notes and browsers take. Read {@link nabla.picture.Picture} first: what
 * is shown of a report, figures and arrows; then {@link nabla.picture.GraphFolding}, which makes a large one readable; then one form, for
 * example {@link nabla.picture.DotPicture}. SVG, PNG and TikZ are drawn from one {@link nabla.picture.Layout}.
 */
package nabla.picture;
