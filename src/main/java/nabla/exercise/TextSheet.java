package nabla.exercise;

import java.util.List;

/** A sheet as plain text. The exercises are in the language: what is indented can be pasted. */
record TextSheet(String title, List<Exercise> exercises) {

    String sheet() {
        StringBuilder text = new StringBuilder(title).append("\n\n");
        for (int k = 0; k < exercises.size(); k++) {
            put(k, text);
            text.append("   ").append("What is ").append(exercises.get(k).target()).append("? ").append(Round.form(exercises.get(k)))
                    .append("\n\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    String solutions() {
        StringBuilder text = new StringBuilder(title).append(": solutions\n\n");
        for (int k = 0; k < exercises.size(); k++) {
            put(k, text);
            text.append("   ").append(Solution.answer(exercises.get(k))).append('\n');
            new Solution(AnswerWorking.of(exercises.get(k))).lines().stream().skip(1)
                    .forEach(line -> text.append(("   " + line.text()).stripTrailing()).append('\n'));
            text.append('\n');
        }
        return text.toString().stripTrailing() + "\n";
    }

    private void put(int k, StringBuilder text) {
        text.append(k + 1).append(".\n");
        exercises.get(k).lines().forEach(line -> text.append("     ").append(line).append('\n'));
        text.append('\n');
    }
}
