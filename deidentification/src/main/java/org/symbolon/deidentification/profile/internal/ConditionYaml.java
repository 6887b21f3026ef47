package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;

/** Turns the {@code when} of a rule into a condition. */
final class ConditionYaml {
    private static final List<String> KEYS = List.of("modality", "manufacturer", "sop-class", "sender", "attribute");

    private ConditionYaml() {}

    static Condition read(YamlMap map, YamlProblems problems) {
        map.allow(KEYS, problems);
        List<Condition.Test> tests = new ArrayList<>();
        for (String key : KEYS) {
            if (map.has(key) && !key.equals("attribute")) {
                tests.add(new Condition.Test(subject(key), globs(key, map, problems)));
            }
        }
        map.map("attribute", problems).ifPresent(attributes -> {
            for (YamlMap.Entry entry : attributes.entries()) {
                try {
                    Condition.Subject subject = new Condition.Subject.Attribute(SelectorText.tag(entry.name()));
                    tests.add(new Condition.Test(subject, globs(entry.name(), attributes, problems)));
                } catch (IllegalArgumentException e) {
                    problems.add(entry.line(), String.valueOf(e.getMessage()));
                }
            }
        });
        if (tests.isEmpty()) {
            problems.add(map.line(), "'when' needs a condition: " + String.join(", ", KEYS));
        }
        return new Condition(tests);
    }

    private static Condition.Subject subject(String key) {
        return switch (key) {
            case "modality" -> new Condition.Subject.Attribute(Tags.Modality);
            case "manufacturer" -> new Condition.Subject.Attribute(Tags.Manufacturer);
            case "sender" -> new Condition.Subject.Sender();
            default -> new Condition.Subject.SopClass();
        };
    }

    private static List<Glob> globs(String key, YamlMap map, YamlProblems problems) {
        List<Glob> globs = new ArrayList<>();
        List<YamlText> texts = map.texts(key, problems);
        if (texts.isEmpty()) {
            YamlMap.Entry entry = map.entry(key);
            boolean absent = entry != null && entry.value() instanceof YamlText;
            if (absent) {
                globs.add(Glob.of(""));
            } else {
                problems.add(map.line(key), "'" + key + "' needs a value or a list of values");
            }
        }
        for (YamlText text : texts) {
            try {
                globs.add(Glob.of(key.equals("sop-class") ? sopClass(text, problems) : text.text()));
            } catch (IllegalArgumentException e) {
                problems.add(text.line(), String.valueOf(e.getMessage()));
            }
        }
        return globs;
    }

    private static String sopClass(YamlText text, YamlProblems problems) {
        if (text.text().matches("[0-9.*?]+")) {
            return text.text();
        }
        Optional<String> uid = Dictionary.standard().uid(text.text());
        if (uid.isEmpty()) {
            problems.add(text.line(), "'" + text.text() + "' is no UID and no keyword of a SOP class (CTImageStorage)");
        }
        return uid.orElse("");
    }
}
