package nabla.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line and a file for it, made from a number: the same number always makes the same trial.
 *
 * @param arguments without the file
 */
record Trial(List<String> arguments, byte[] input) {

    private static final List<List<String>> WAYS = List.of(List.of(), List.of("-v"), List.of("-q"), List.of("--trace"), List.of("--strict"),
            List.of("--sample", "3"), List.of("--seed", "7"), List.of("--at", "x=1e308,y=0"), List.of("--at", "W=[1, 2; 3, 4]"), List.of("--at", "x=[1, 2"));
    private static final List<String> FORMATS = List.of("json", "csv", "junit", "md");

    /** Those that leave most texts readable. */
    private static final List<Mutation> GENTLE = List.of(Mutation.NUMBER, Mutation.NUMBER, Mutation.NAME, Mutation.SHAPE, Mutation.LINES, Mutation.FUNCTION);
    private static final List<List<String>> MARKING = Stream.of("-v", "--reveal -v", "-q", "--format json", "--format junit", "--format csv", "--format md",
            "--format gradescope", "--format canvas", "--format moodle").map(way -> List.of(("grade --time-limit 5 " + way + " " + Corpus.PROBLEM).split(" "))).toList();
    private static final int LINES = 25;
    private static final Pattern WRITES = Pattern.compile("^\\s*:");
    private static final List<String> COMMANDS = List.of(":vars", ":check", ":graph", ":graph forward", ":undo", ":redo", ":reset", ":drop x",
            ":explain dz/dx", ":explain", ":trace", ":ops relu", ":ops \u202e", ":help", ":help sum", ":history", ":set digits 3", ":set seed NaN", ":set",
            ":load nothing.grad", ":load .", ":load", ":hint", ":leave", ":topics", ":quit", ":", "?", "? relu", ":nothing");

    static Trial of(long number, Corpus corpus) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        random.nextInt();
        byte[] input = random.nextInt(12) == 0 ? noise(corpus, random) : mutant(corpus.example(random), corpus, random);
        return switch (random.nextInt(20)) {
            case 0 -> new Trial(List.of("repl"), session(input, random));
            case 1 -> new Trial(List.of("grade", "--lint", "--time-limit", "5"), mutant(corpus.problem, corpus, random));
            case 2, 3 -> new Trial(Corpus.any(MARKING, random), random.nextInt(8) == 0 ? input : mutant(corpus.answers(random), corpus, random));
            default -> new Trial(arguments(random), input);
        };
    }

    /** Lines as typed, with commands between them that write no file. */
    private static byte[] session(byte[] input, Random random) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n")) {
            if (lines.size() < LINES) {
                lines.add(WRITES.matcher(line).find() ? ":vars" : line);
            }
            if (random.nextInt(5) == 0) {
                lines.add(Corpus.any(COMMANDS, random));
            }
        }
        lines.add(Corpus.any(COMMANDS, random));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> arguments(Random random) {
        int way = random.nextInt(20);
        if (way == 0) {
            return List.of("train", "--sample", "2");
        } else if (way <= 2) {
            return Corpus.any(List.of(List.of("derive"), List.of("derive", "--latex"), List.of("derive", "--md", "--expand"), List.of("derive", "--ascii"),
                    List.of("derive", "--wrt", "x"), List.of("derive", "--wrt", "W1,X", "--of", "z")), random);
        }
        List<String> arguments = new ArrayList<>(List.of("check", "--time-limit", "5"));
        if (random.nextBoolean()) {
            arguments.addAll(List.of("--format", Corpus.any(FORMATS, random)));
        } else {
            arguments.addAll(Corpus.any(WAYS, random));
        }
        return arguments;
    }

    private static byte[] mutant(String example, Corpus corpus, Random random) {
        String text = example;
        boolean gentle = random.nextInt(4) > 0;
        List<Mutation> mutations = gentle ? GENTLE : List.of(Mutation.values());
        do {
            text = Corpus.any(mutations, random).of(text, corpus, random);
        } while (!text.isEmpty() && text.length() < 100_000 && random.nextInt(gentle ? 2 : 3) > 0);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (gentle) {
            return bytes;
        }
        for (int k = random.nextInt(12) == 0 ? 1 + random.nextInt(5) : 0; k > 0 && bytes.length > 0; k--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(random.nextBoolean() ? 7 : 8));
        }
        return bytes;
    }

    /** Bytes, signs or words without any sense. */
    private static byte[] noise(Corpus corpus, Random random) {
        int length = 1 + random.nextInt(200);
        StringBuilder text = new StringBuilder();
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                return bytes;
            }
            case 1 -> random.ints(length, ' ', 0x7F).forEach(text::appendCodePoint);
            case 2 -> random.ints(length, 0, 0x11000).filter(c -> c < 0xD800 || c > 0xDFFF).forEach(text::appendCodePoint);
            default -> random.ints(length, 0, 5).forEach(k -> text.append(corpus.word(random)).append(k == 0 ? "\n" : " "));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** For a person, and in Base64 for a program. */
    @Override
    public String toString() {
        return "nabla " + String.join(" ", arguments) + " FILE\n" + new String(input, StandardCharsets.UTF_8) + "\nBase64: "
                + Base64.getEncoder().encodeToString(input);
    }
}
