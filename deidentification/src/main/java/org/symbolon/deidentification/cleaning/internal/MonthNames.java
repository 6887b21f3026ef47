package org.symbolon.deidentification.cleaning.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of months in English, Polish, Lithuanian, German, Russian, French, Spanish, Italian and Dutch, in the forms in which dates
 * are written, and Roman numbers.
 */
final class MonthNames {
    private static final String[] FORMS = {
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrze\u015Bnia pa\u017Adziernika listopada grudnia",
        "stycze\u0144 luty marzec kwiecie\u0144 maj czerwiec lipiec sierpie\u0144 wrzesie\u0144 pa\u017Adziernik listopad grudzie\u0144",
        "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrze\u015Bniu pa\u017Adzierniku listopadzie grudniu",
        "sausio vasario kovo baland\u017Eio gegu\u017E\u0117s bir\u017Eelio liepos rugpj\u016B\u010Dio rugs\u0117jo spalio lapkri\u010Dio gruod\u017Eio",
        "sausis vasaris kovas balandis gegu\u017E\u0117 bir\u017Eelis liepa rugpj\u016Btis rugs\u0117jis spalis lapkritis gruodis",
        "saus\u012F vasar\u012F kov\u0105 baland\u012F gegu\u017E\u0119 bir\u017Eel\u012F liep\u0105 rugpj\u016Bt\u012F rugs\u0117j\u012F spal\u012F lapkrit\u012F gruod\u012F",
        "Januar Februar M\u00E4rz April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "stycz luty marz kwie maja czer lipc sierp wrze pa\u017Ad list grudz",
        "sty lut marc kwi maj czerw lipc sierp wrz pa\u017A listop gru",
        "saus vas kov bal geg bir\u017E liep rugp rugs spal lapkr gruod",
        "\u044F\u043D\u0432\u0430\u0440\u044F \u0444\u0435\u0432\u0440\u0430\u043B\u044F \u043C\u0430\u0440\u0442\u0430 \u0430\u043F\u0440\u0435\u043B\u044F \u043C\u0430\u044F \u0438\u044E\u043D\u044F \u0438\u044E\u043B\u044F \u0430\u0432\u0433\u0443\u0441\u0442\u0430 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F \u043E\u043A\u0442\u044F\u0431\u0440\u044F \u043D\u043E\u044F\u0431\u0440\u044F \u0434\u0435\u043A\u0430\u0431\u0440\u044F",
        "\u044F\u043D\u0432\u0430\u0440\u044C \u0444\u0435\u0432\u0440\u0430\u043B\u044C \u043C\u0430\u0440\u0442 \u0430\u043F\u0440\u0435\u043B\u044C \u043C\u0430\u0439 \u0438\u044E\u043D\u044C \u0438\u044E\u043B\u044C \u0430\u0432\u0433\u0443\u0441\u0442 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044C \u043E\u043A\u0442\u044F\u0431\u0440\u044C \u043D\u043E\u044F\u0431\u0440\u044C \u0434\u0435\u043A\u0430\u0431\u0440\u044C",
        "\u044F\u043D\u0432\u0430\u0440\u0435 \u0444\u0435\u0432\u0440\u0430\u043B\u0435 \u043C\u0430\u0440\u0442\u0435 \u0430\u043F\u0440\u0435\u043B\u0435 \u043C\u0430\u0435 \u0438\u044E\u043D\u0435 \u0438\u044E\u043B\u0435 \u0430\u0432\u0433\u0443\u0441\u0442\u0435 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u0435 \u043E\u043A\u0442\u044F\u0431\u0440\u0435 \u043D\u043E\u044F\u0431\u0440\u0435 \u0434\u0435\u043A\u0430\u0431\u0440\u0435",
        "janvier f\u00E9vrier mars avril mai juin juillet ao\u00FBt septembre octobre novembre d\u00E9cembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "I II III IV V VI VII VIII IX X XI XII"
    };
    private static final int ENGLISH_FORMS = 2;
    /** The German, Polish and Lithuanian abbreviations. */
    private static final int FIRST_SHORT = 9;

    private static final int LAST_SHORT = 12;
    private static final int ROMAN = FORMS.length - 1;
    private static final Map<String, Month> BY_WORD = table();

    /**
     * A month as it was written.
     *
     * @param number 1 to 12
     * @param form which list it is of
     */
    record Month(int number, int form) {
        boolean isEnglish() {
            return form < ENGLISH_FORMS;
        }

        /** Whether it is cut short; such words are others as well. */
        boolean isShort() {
            return form == 1 || (form >= FIRST_SHORT && form <= LAST_SHORT);
        }

        boolean isRoman() {
            return form == ROMAN;
        }

        /** Another month in the same form, in the letters that the model is written in. */
        String named(int other, String model) {
            String name = FORMS[form].split(" ")[other - 1];
            boolean folded = model.chars().allMatch(c -> c < 0x80)
                    && FORMS[form].split(" ")[number - 1].chars().anyMatch(c -> c >= 0x80);
            String letters = folded ? Folding.fold(name) : name;
            if (isRoman() || model.equals(model.toUpperCase(Locale.ROOT))) {
                return letters.toUpperCase(Locale.ROOT);
            }
            return Character.isUpperCase(model.charAt(0))
                    ? Character.toUpperCase(letters.charAt(0))
                            + letters.substring(1).toLowerCase(Locale.ROOT)
                    : letters.toLowerCase(Locale.ROOT);
        }
    }

    private MonthNames() {}

    /** Every form of every month, folded, but for Roman numbers. */
    static Set<String> words() {
        return BY_WORD.entrySet().stream()
                .filter(entry -> !entry.getValue().isRoman())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a folded word may be a month's name or its Roman number. */
    static boolean isMonthOrRoman(String folded) {
        return BY_WORD.containsKey(folded);
    }

    /** Whether a folded word may be a month's name; Roman numbers stand inside dates only. */
    static boolean isMonth(String folded) {
        Month month = BY_WORD.get(folded);
        return month != null && !month.isRoman();
    }

    /** Null if the word is no month; Roman numbers only in capitals. */
    static @Nullable Month of(String word) {
        Month month = BY_WORD.get(Folding.fold(word));
        return month != null && month.isRoman() && !word.equals(word.toUpperCase(Locale.ROOT)) ? null : month;
    }

    private static Map<String, Month> table() {
        Map<String, Month> words = new HashMap<>();
        for (int form = 0; form < FORMS.length; form++) {
            List<String> names = List.of(FORMS[form].split(" "));
            for (int i = 0; i < names.size(); i++) {
                words.putIfAbsent(Folding.fold(names.get(i)), new Month(i + 1, form));
            }
        }
        words.put("sept", new Month(9, 1));
        return words;
    }
}
