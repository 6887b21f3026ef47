package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Option;

/** The marks that a profile file asks for; what it leaves open follows from the options. */
record Marking(Optional<String> method, Optional<List<String>> codes, Optional<String> temporal) {
    static final Marking NONE = new Marking(Optional.empty(), Optional.empty(), Optional.empty());
    static final int MAX_METHOD = 64;
    private static final String BASIC_CODE = "113100";
    private static final String BASIC = "Basic Application Confidentiality Profile";

    /** What this one leaves open is taken from the other. */
    Marking or(Marking base) {
        return new Marking(method.or(base::method), codes.or(base::codes), temporal.or(base::temporal));
    }

    /** The meaning of a code of CID 7050, empty if there is no such code. */
    static Optional<String> meaning(String code) {
        if (code.equals(BASIC_CODE)) {
            return Optional.of(BASIC);
        }
        for (Option option : Option.values()) {
            if (option.code().equals(code)) {
                return Optional.of(option.meaning());
            }
        }
        return Optional.empty();
    }

    /** @param options empty for a profile that does not build on the standard's table */
    Marks marks(String profile, Optional<Set<Option>> options) {
        String standardMethod = options.map(Marking::methodOf).orElse("Symbolon profile " + profile);
        List<String> standardCodes = options.map(Marking::codesOf).orElse(List.of());
        List<Marks.Code> list = new ArrayList<>();
        for (String code : codes.orElse(standardCodes)) {
            list.add(new Marks.Code(code, meaning(code).orElse("")));
        }
        return new Marks(
                method.orElse(standardMethod),
                list,
                temporal.orElse(options.map(Marking::temporalOf).orElse("")));
    }

    private static List<String> codesOf(Set<Option> options) {
        Set<String> codes = new TreeSet<>(Set.of(BASIC_CODE));
        options.forEach(option -> codes.add(option.code()));
        return List.copyOf(codes);
    }

    /** Value of Longitudinal Temporal Information Modified (PS3.3 C.12.1.1.9). */
    private static String temporalOf(Set<Option> options) {
        if (options.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)) {
            return "UNMODIFIED";
        }
        return options.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES) ? "MODIFIED" : "REMOVED";
    }

    private static String methodOf(Set<Option> options) {
        if (options.isEmpty()) {
            return "PS3.15 2026c basic profile";
        }
        StringBuilder text = new StringBuilder("PS3.15 2026c basic");
        for (Option option : new TreeSet<>(options)) {
            text.append(", ").append(abbreviation(option));
        }
        return text.length() <= MAX_METHOD
                ? text.toString()
                : "PS3.15 2026c basic with " + options.size() + " options, see (0012,0064)";
    }

    private static String abbreviation(Option option) {
        return switch (option) {
            case CLEAN_PIXEL_DATA -> "clean pixels";
            case CLEAN_RECOGNIZABLE_VISUAL_FEATURES -> "clean faces";
            case CLEAN_GRAPHICS -> "clean graphics";
            case CLEAN_STRUCTURED_CONTENT -> "clean SR";
            case CLEAN_DESCRIPTORS -> "clean desc.";
            case RETAIN_LONGITUDINAL_FULL_DATES -> "full dates";
            case RETAIN_LONGITUDINAL_MODIFIED_DATES -> "mod. dates";
            case RETAIN_PATIENT_CHARACTERISTICS -> "pat. chars.";
            case RETAIN_DEVICE_IDENTITY -> "device";
            case RETAIN_UIDS -> "UIDs";
            case RETAIN_SAFE_PRIVATE -> "safe private";
            case RETAIN_INSTITUTION_IDENTITY -> "institution";
        };
    }
}
