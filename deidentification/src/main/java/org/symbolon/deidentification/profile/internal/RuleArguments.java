package org.symbolon.deidentification.profile.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.dicom.Vr;

/** Which arguments and second choices fit which action of a profile file. */
final class RuleArguments {
    private static final int MAX_AGE = 120;
    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Set<String> TEMPLATES = Set.of("project", "site-id", "site-name", "body-part");

    private RuleArguments() {}

    /** What is wrong with an argument, empty if nothing is. */
    static String problem(Action action, String argument, boolean replace) {
        return switch (action) {
            case SET -> argument.isEmpty() ? "'set' needs an argument, the value to write" : templates(argument);
            case REQUIRE -> templates(argument);
            case DUMMY ->
                replace && argument.isEmpty() ? "'replace' needs an argument, the value to write" : templates(argument);
            case HASH, PATIENT_PSEUDONYM -> oneOf(action, argument, Set.of("", "project"));
            case KEEP -> oneOf(action, argument, Set.of("", "search"));
            case NUMBER_PSEUDONYM -> oneOf(action, argument, Set.of("accession", "visit"));
            case TRUNCATE_DATE -> oneOf(action, argument, Set.of("year", "month"));
            case CAP_AGE -> age(argument);
            default -> argument.isEmpty() ? "" : "'" + action.yamlName() + "' takes no argument";
        };
    }

    /** What is done by default to a value that the action cannot be applied to. */
    static Action otherwise(Action action) {
        return switch (action) {
            case SHIFT_DATE, TRUNCATE_DATE, KEEP_TIME, CLEAN_TEXT -> Action.REMOVE;
            case CAP_AGE, PROCESS -> Action.KEEP;
            default -> action;
        };
    }

    /** Whether an action can be done to any value, without an argument. */
    static boolean isSecondChoice(Action action) {
        return switch (action) {
            case KEEP,
                    REMOVE,
                    EMPTY,
                    DUMMY,
                    REPLACE_UID,
                    HOSPITAL_UID,
                    HASH,
                    SHIFT_DATE,
                    KEEP_TIME,
                    CLEAN_TEXT,
                    QUARANTINE -> true;
            default -> false;
        };
    }

    /** Why a text cannot be a value of this representation (PS3.5 table 6.2-1), empty if it can, or holds a template. */
    static String misfit(String text, Vr vr) {
        if (TEMPLATE.matcher(text).find()) {
            return vr == Vr.SQ || !isText(vr) ? "a template needs an attribute of text" : "";
        }
        String form = switch (vr) {
            case AE -> "[\\x20-\\x5B\\x5D-\\x7E]{1,16}";
            case AS -> "[0-9]{3}[DWMY]";
            case CS -> "[A-Z0-9_ \\\\]{1,255}";
            case DA -> "[0-9]{8}";
            case DS, IS -> "[0-9+.eE\\\\-]{1,255}";
            case DT -> "[0-9]{4,14}(\\.[0-9]{1,6})?([+-][0-9]{4})?";
            case LO, PN -> "[^\\p{Cntrl}]{1,64}";
            case SH -> "[^\\p{Cntrl}]{1,16}";
            case TM -> "[0-9]{2,6}(\\.[0-9]{1,6})?";
            case UI -> "[0-9.\\\\]{1,255}";
            case LT, ST, UC, UR, UT, UN -> "(?s).{1,1024}";
            default -> "(?!)";
        };
        return text.matches(form) ? "" : "'" + text + "' is no value of " + vr;
    }

    private static boolean isText(Vr vr) {
        return switch (vr) {
            case LO, LT, PN, SH, ST, UC, UT, CS, UN -> true;
            default -> false;
        };
    }

    private static String templates(String argument) {
        Matcher matcher = TEMPLATE.matcher(argument);
        while (matcher.find()) {
            if (!TEMPLATES.contains(matcher.group(1))) {
                return "unknown template ${" + matcher.group(1) + "}; known are ${project}, ${site-id}, ${site-name},"
                        + " ${body-part}";
            }
        }
        return "";
    }

    private static String oneOf(Action action, String argument, Set<String> known) {
        return known.contains(argument)
                ? ""
                : "the argument of '" + action.yamlName() + "' must be "
                        + String.join(
                                " or ",
                                known.stream()
                                        .map(name -> name.isEmpty() ? "absent" : name)
                                        .sorted()
                                        .toList());
    }

    private static String age(String argument) {
        if (argument.isEmpty()) {
            return "";
        }
        boolean fits = argument.matches("[0-9]{1,3}") && Integer.parseInt(argument) <= MAX_AGE;
        return fits ? "" : "the argument of 'cap-age' must be a number of years up to " + MAX_AGE;
    }
}
