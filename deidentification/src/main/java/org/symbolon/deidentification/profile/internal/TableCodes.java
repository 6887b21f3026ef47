package org.symbolon.deidentification.profile.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Vr;

/**
 * What a row of PS3.15 table E.1-1 or E.3.4-1 says: the code of the basic profile, and that of each option which names the row.
 *
 * @param options keep (K) or clean (C)
 */
record TableCodes(Action basic, Map<Option, Code> options) {
    /** A code of an option. */
    enum Code {
        KEEP,
        CLEAN
    }

    private static final Map<Character, Option> LETTERS = Map.of(
            'u', Option.RETAIN_UIDS,
            'd', Option.RETAIN_DEVICE_IDENTITY,
            'i', Option.RETAIN_INSTITUTION_IDENTITY,
            'p', Option.RETAIN_PATIENT_CHARACTERISTICS,
            'f', Option.RETAIN_LONGITUDINAL_FULL_DATES,
            'm', Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
            't', Option.CLEAN_DESCRIPTORS,
            's', Option.CLEAN_STRUCTURED_CONTENT,
            'g', Option.CLEAN_GRAPHICS);

    /** The fields of a line of a generated table, from the one with the code on. */
    static TableCodes parse(String[] fields, int from) {
        Map<Option, Code> options = new EnumMap<>(Option.class);
        for (int i = from + 1; i < fields.length; i++) {
            Option option = LETTERS.get(fields[i].charAt(0));
            if (option == null || fields[i].length() != 2) {
                throw new IllegalStateException("Unknown option in a table of profiles");
            }
            options.put(option, fields[i].charAt(1) == 'K' ? Code.KEEP : Code.CLEAN);
        }
        return new TableCodes(action(fields[from]), options);
    }

    /**
     * The rule under these options. Dates that are to be modified are so even if another option would keep them: the object
     * says of itself that they are (PS3.15 E.3.6). Otherwise what one option keeps stays, and what one cleans is cleaned.
     */
    Rule rule(Set<Option> chosen, Vr vr, String origin) {
        Option modified = Option.RETAIN_LONGITUDINAL_MODIFIED_DATES;
        if (chosen.contains(modified) && options.containsKey(modified)) {
            return switch (vr) {
                case DA, DT -> Rule.of(Action.SHIFT_DATE, basic, origin);
                case TM -> Rule.of(Action.KEEP_TIME, basic, origin);
                default -> Rule.of(basic, origin);
            };
        }
        boolean clean = false;
        for (Map.Entry<Option, Code> option : options.entrySet()) {
            if (chosen.contains(option.getKey())) {
                if (option.getValue() == Code.KEEP) {
                    return Rule.of(Action.KEEP, origin);
                }
                clean = true;
            }
        }
        return clean ? cleaned(vr, origin) : Rule.of(basic, origin);
    }

    /** What no cleaner can read is treated as the basic profile says. */
    private Rule cleaned(Vr vr, String origin) {
        return switch (vr) {
            case SQ -> Rule.of(Action.PROCESS, basic, origin);
            case CS, LO, LT, SH, ST, UC, UT -> Rule.of(Action.CLEAN_TEXT, basic, origin);
            case AE -> Rule.of(Action.DUMMY, origin);
            default -> Rule.of(basic, origin);
        };
    }

    private static Action action(String code) {
        return switch (code) {
            case "X" -> Action.REMOVE;
            case "Z" -> Action.EMPTY;
            case "D" -> Action.DUMMY;
            case "U" -> Action.REPLACE_UID;
            case "X/Z" -> Action.REMOVE_OR_EMPTY;
            case "X/D" -> Action.REMOVE_OR_DUMMY;
            case "Z/D" -> Action.EMPTY_OR_DUMMY;
            case "X/Z/D" -> Action.REMOVE_EMPTY_OR_DUMMY;
            case "X/Z/U*" -> Action.REMOVE_EMPTY_OR_UIDS;
            default -> throw new IllegalStateException("Unknown action code in a table of profiles");
        };
    }
}
