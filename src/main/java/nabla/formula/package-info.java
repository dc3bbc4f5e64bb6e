/**
 * How expressions look on paper. Read {@link nabla.formula.Formula} first, the forms and their visitor; then {@link
 * nabla.formula.TextFormula}, which writes them in the language, and {@link nabla.formula.LatexFormula}. What a formula is made of is asked
 * of {@link nabla.formula.FormulaParts}.
 */
package nabla.formula;
