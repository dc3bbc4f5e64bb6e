/**
 * Graphs drawn with characters, from left to right. Read {@link nabla.diagram.Drawing} first. The parts: layers, an order in each that crosses few lines, rows that keep lines straight,
 * and channels between the layers in which lines change rows. The steps are those of Sugiyama, Tagawa and Toda, "Methods for visual
 * understanding of hierarchical system structures", 1981.
 */
package nabla.diagram;
