package org.symbolon.deidentification.profile.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** How selectors are written in profile files. */
final class SelectorText {
    private static final Pattern TAG = Pattern.compile("\\(?([0-9A-Fa-fx]{4}),?([0-9A-Fa-fx]{4})\\)?");
    private static final Pattern PRIVATE =
            Pattern.compile("\\(([0-9A-Fa-f]{4}),\\s*xx([0-9A-Fa-f]{2}),\\s*\"?([^\"]+?)\"?\\s*\\)");
    private static final Pattern PATH = Pattern.compile("path:\\s*(\\S+)\\s*/\\s*(\\S+)");
    private static final String VR = "vr:";

    private SelectorText() {}

    /**
     * Reads {@code (gggg,eeee)}, a keyword, {@code (60xx,3000)}, {@code (gggg,xxee,CREATOR)}, {@code vr:PN} or {@code path:
     * (gggg,eeee)/(gggg,eeee)}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static Selector parse(String text) {
        if (text.startsWith(VR)) {
            return vr(text.substring(VR.length()).strip());
        }
        if (text.startsWith("path:")) {
            return path(text);
        }
        Matcher ofCreator = PRIVATE.matcher(text);
        if (ofCreator.matches()) {
            int group = Integer.parseInt(ofCreator.group(1), 16);
            if (group % 2 == 0) {
                throw new IllegalArgumentException("a private attribute has an odd group");
            }
            return new Selector.OfCreator(group, Integer.parseInt(ofCreator.group(2), 16), ofCreator.group(3));
        }
        Matcher tag = TAG.matcher(text);
        if (tag.matches()) {
            return digits(tag.group(1) + tag.group(2));
        }
        return new Selector.OneTag(tag(text));
    }

    /** @param form eight hexadecimal digits, x for any digit */
    static Selector digits(String form) {
        int value = Integer.parseUnsignedInt(form.replace('x', '0'), 16);
        if (form.indexOf('x') < 0) {
            return new Selector.OneTag(value);
        }
        StringBuilder mask = new StringBuilder();
        form.chars().forEach(digit -> mask.append(digit == 'x' ? '0' : 'F'));
        return new Selector.Masked(Integer.parseUnsignedInt(mask.toString(), 16), value);
    }

    /** A tag or a keyword. */
    static int tag(String text) {
        try {
            return Tag.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no tag (gggg,eeee), (60xx,eeee) or (gggg,xxee,CREATOR), no vr:XX, no path:"
                            + " and no keyword of PS3.6",
                    e);
        }
    }

    private static Selector vr(String name) {
        try {
            return new Selector.OfVr(Vr.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "' is no value representation", e);
        }
    }

    private static Selector path(String text) {
        Matcher path = PATH.matcher(text);
        if (!path.matches()) {
            throw new IllegalArgumentException(
                    "a path names a sequence and an attribute in it: path: (0040,0275)/(0008,0050)");
        }
        return new Selector.InSequence(tag(path.group(1)), tag(path.group(2)));
    }
}
