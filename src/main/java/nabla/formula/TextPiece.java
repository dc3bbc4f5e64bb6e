package nabla.formula;

/** A formula still to be written, or text. */
record TextPiece(Formula formula, String text) {

    static TextPiece of(Formula formula) {
        return new TextPiece(formula, null);
    }

    static TextPiece of(String text) {
        return new TextPiece(null, text);
    }
}
