package nabla.exercise;

/** How an exercise ended, as progress remembers it. */
enum Result {
    /** Right at once, without a hint. */
    RIGHT('r'),
    /** Right after a hint or a wrong answer. */
    HELPED('h'),
    /** Given up, skipped after a try, or the solution shown. */
    NOT('n');

    private final char letter;

    Result(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
