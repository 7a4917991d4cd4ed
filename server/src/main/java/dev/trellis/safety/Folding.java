package dev.trellis.safety;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Folds characters so that the tricks of typing do not matter: case, accents, width, look-alike letters of other
 * alphabets, invisible characters, digits and signs in place of letters, letters held down.
 */
final class Folding {
    private static final int LONGEST_WORD = 40;
    private static final Map<Character, Character> SAME_LOOK = pairs(
            "асеорхуіѕјкмтнв" + "αοικνρτευ" + "øłıđð" + "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
            "aceopxyisjkmthb" + "aoikvpteu" + "olidd" + "abcdeghijklmnoprstuvwyz");
    private static final Map<Character, Character> DIGIT_LETTERS = pairs("0134578", "oieastb");
    private static final Map<Character, Character> SIGN_LETTERS = pairs("@$", "as");

    private Folding() {}

    /** Lower case, compatibility forms taken apart, marks and invisible characters gone; linear in the length. */
    static String characters(String text) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char character = apart.charAt(i);
            if (!isInvisible(character)) {
                append(folded, character);
            }
        }
        return folded.toString();
    }

    /** A run of letters and digits as a word: digits between letters become letters, doubled letters single. */
    static String word(CharSequence letters) {
        var folded = new StringBuilder(Math.min(letters.length(), LONGEST_WORD));
        for (int i = 0; i < letters.length() && folded.length() < LONGEST_WORD; i++) {
            char letter = DIGIT_LETTERS.getOrDefault(letters.charAt(i), letters.charAt(i));
            if (folded.isEmpty() || folded.charAt(folded.length() - 1) != letter) {
                folded.append(letter);
            }
        }
        return folded.toString();
    }

    /** The letter a sign stands for inside a word ("$uicide"), or 0 when it stands for none. */
    static char letterForSign(char sign) {
        return SIGN_LETTERS.getOrDefault(sign, (char) 0);
    }

    private static void append(StringBuilder folded, char character) {
        switch (character) {
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            default -> folded.append(character < 128 ? character : SAME_LOOK.getOrDefault(character, character));
        }
    }

    private static boolean isInvisible(char character) {
        if (character < 128) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static Map<Character, Character> pairs(String from, String to) {
        var pairs = new HashMap<Character, Character>();
        for (int i = 0; i < from.length(); i++) {
            pairs.put(from.charAt(i), to.charAt(i));
        }
        return Map.copyOf(pairs);
    }
}
