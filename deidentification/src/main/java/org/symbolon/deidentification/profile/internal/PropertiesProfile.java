package org.symbolon.deidentification.profile.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;

/** The format of the SCAPE report: lines {@code Name(gggg,eeee)=1} remove, {@code =0} keep; others stay. */
final class PropertiesProfile {
    private static final Pattern LINE = Pattern.compile("[^=]*\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)\\s*=\\s*([01])");
    private static final int MAX_LINES = 100_000;
    private static final int MAX_LINE_LENGTH = 1_000;

    private PropertiesProfile() {}

    static boolean isOne(Path file) {
        return !file.toString().endsWith(".yaml") && !file.toString().endsWith(".yml");
    }

    /** Named after the file, without its extension. */
    static ProfileSource read(Path file, YamlProblems problems) {
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        String name = dot > 0 ? fileName.substring(0, dot) : fileName;
        List<ProfileRule> rules = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (number > MAX_LINES) {
                    problems.add(number, "a profile has at most " + MAX_LINES + " lines");
                    break;
                }
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    Matcher matcher = LINE.matcher(text);
                    if (text.length() > MAX_LINE_LENGTH || !matcher.matches()) {
                        problems.add(number, "is not of the form Name(gggg,eeee)=0|1");
                    } else {
                        rules.add(rule(matcher, "profile " + name + " line " + number));
                    }
                }
            }
        } catch (IOException e) {
            problems.add(0, "cannot be read as text in UTF-8");
        }
        return ProfileSource.ofRules(name, rules);
    }

    private static ProfileRule rule(Matcher matcher, String origin) {
        Action action = matcher.group(3).equals("1") ? Action.REMOVE : Action.KEEP;
        return ProfileRule.always(SelectorText.digits(matcher.group(1) + matcher.group(2)), Rule.of(action, origin));
    }
}
