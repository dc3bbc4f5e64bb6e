package nabla.translate;

import java.util.List;
import nabla.model.Handwork;
import nabla.model.Model;
import nabla.model.QuestionTarget;
import nabla.syntax.Script;

/**
 * A translated script, and what further lines can be translated by.
 *
 * @param handwork    the operations with a hand-written backward pass, in the order of the text
 * @param names       what names stand for in it
 * @param environment the nodes behind them
 * @param claims      makes claims about them
 * @param questions   what is asked for, in the order of the text
 * @param answer      what the expression stands for that was asked about, if there was one
 */
public record Translation(Script script, Model model, List<Handwork> handwork, Declarations names, Environment environment, Claims claims,
        List<QuestionTarget> questions, Query.Result answer) { }
