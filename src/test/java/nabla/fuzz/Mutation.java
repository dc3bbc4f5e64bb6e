package nabla.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One way to damage a text, so that most of it still means something. */
enum Mutation {

    LINES {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            int line = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> Collections.swap(lines, line, random.nextInt(lines.size()));
                case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(line));
                case 2 -> lines.remove(line);
                default -> lines.add(line, Corpus.any(List.of(corpus.example(random).split("\n")), random));
            }
            return String.join("\n", lines);
        }
    },
    WORD {
        @Override
        String of(String text, Corpus corpus, Random random) {
            return replaced(text, random, word -> !word.isBlank(), corpus.word(random));
        }
    },
    MOVED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> words = words(text);
            return replaced(text, random, word -> !word.isBlank(), Corpus.any(words, random));
        }
    },
    NUMBER {
        @Override
        String of(String text, Corpus corpus, Random random) {
            return replaced(text, random, word -> Character.isDigit(word.charAt(0)), Corpus.any(Corpus.NUMBERS, random));
        }
    },
    NAME {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> names = words(text).stream().filter(Mutation::isName).toList();
            return names.isEmpty() ? text : replaced(text, random, Mutation::isName, Corpus.any(names, random));
        }
    },
    FUNCTION {
        @Override
        String of(String text, Corpus corpus, Random random) {
            return replaced(text, random, corpus::isFunction, corpus.function(random));
        }
    },
    SHAPE {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<MatchResult> places = VALUE.matcher(text).results().toList();
            if (places.isEmpty()) {
                return text;
            }
            MatchResult place = Corpus.any(places, random);
            return text.substring(0, place.start()) + Corpus.any(Corpus.SHAPES, random) + text.substring(place.end());
        }
    },
    INSERTED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> words = words(text);
            words.add(random.nextInt(words.size() + 1), corpus.word(random));
            return String.join("", words);
        }
    },
    WRAPPED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            return replaced(text, random, Mutation::isName, corpus.word(random) + "(" + Corpus.any(words(text), random) + ")");
        }
    },
    REPEATED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> words = words(text);
            int place = random.nextInt(words.size());
            words.set(place, words.get(place).repeat(1 << random.nextInt(13)));
            return String.join("", words);
        }
    },
    HOSTILE {
        @Override
        String of(String text, Corpus corpus, Random random) {
            int place = random.nextInt(text.length() + 1);
            return text.substring(0, place) + Corpus.any(Corpus.HOSTILE, random) + text.substring(place);
        }
    },
    TRUNCATED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            int end = random.nextInt(text.length() + 1);
            return random.nextBoolean() ? text.substring(0, end) : text.substring(end);
        }
    },
    SPLICED {
        @Override
        String of(String text, Corpus corpus, Random random) {
            List<String> first = List.of(text.split("\n", -1));
            List<String> second = List.of(corpus.example(random).split("\n", -1));
            List<String> both = new ArrayList<>(first.subList(0, random.nextInt(first.size() + 1)));
            both.addAll(second.subList(random.nextInt(second.size()), second.size()));
            return String.join("\n", both);
        }
    };

    private static final Pattern WORDS = Pattern.compile(
            "\"[^\"\n]*\"|[\\p{L}_][\\p{L}\\p{N}_]*|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[ \t]+|\\R|.", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("R\\([^()\n]*\\)|\\[[^\\[\\]]*\\]|R\\b");

    /** The damaged text. Never called with an empty one. */
    abstract String of(String text, Corpus corpus, Random random);

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        WORDS.matcher(text).results().forEach(word -> words.add(word.group()));
        return words;
    }

    static boolean isName(String word) {
        return Character.isLetter(word.charAt(0));
    }

    private static String replaced(String text, Random random, Predicate<String> which, String by) {
        List<String> words = words(text);
        List<Integer> places = new ArrayList<>();
        for (int k = 0; k < words.size(); k++) {
            if (which.test(words.get(k))) {
                places.add(k);
            }
        }
        if (!places.isEmpty()) {
            words.set(Corpus.any(places, random), by);
        }
        return String.join("", words);
    }
}
