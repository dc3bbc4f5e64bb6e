/**
 * Reports, put together from what was found. Read {@link nabla.assembly.Assembly} first, the nodes; then {@link nabla.assembly.ClaimReports} and
 * {@link nabla.assembly.Rules}; {@link nabla.assembly.NodeFormulas}, nodes as formulas; {@link nabla.assembly.Mistakes}, what is said of a wrong
 * one; {@link nabla.assembly.MeanConvention}, by which convention answers are judged.
 */
package nabla.assembly;
