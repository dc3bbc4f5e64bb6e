/**
 * Which mistake a wrong derivative is, and which mistakes a point cannot show. Read {@link nabla.mistake.Recogniser} first, the way in;
 * then {@link nabla.mistake.Slip}, one thing that can be done wrong, and a table of them, {@link nabla.mistake.ChainSlips}; {@link
 * nabla.mistake.Search}, which tries them; {@link nabla.mistake.Exposure}, what a point hides.
 */
package nabla.mistake;
