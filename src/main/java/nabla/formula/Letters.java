package nabla.formula;

import java.util.HashMap;
import java.util.Map;

/** Greek letters and their names. */
public final class Letters {

    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> LETTERS = new HashMap<>();

    static {
        String[] words = ("α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta "
                + "ϑ vartheta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi "
                + "ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega ℓ ell").split(" ");
        for (int k = 0; k < words.length; k += 2) {
            NAMES.put(words[k], words[k + 1]);
            LETTERS.put(words[k + 1], words[k]);
        }
    }

    private Letters() { }

    /** The name of a letter as LaTeX has it, {@code alpha}; null if it is none of them. */
    public static String name(String letter) {
        return NAMES.get(letter);
    }

    /** The letter of a name, {@code α}; null if it is none. */
    public static String letter(String name) {
        return LETTERS.get(name);
    }
}
