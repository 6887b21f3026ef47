package org.symbolon.deidentification.pixels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.yaml.YamlFile;
import org.symbolon.deidentification.internal.yaml.YamlList;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.internal.yaml.YamlValue;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.deidentification.pixels.PixelRule.Action;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.Rectangle;

/** Reads a file of pixel rules; collects all that is wrong with it. Used once, by one thread. */
final class PixelRulesReader {
    private static final int MAX_RULES = 10_000;
    private static final int MAX_RECTANGLES = 64;
    private static final int MAX_NAME_LENGTH = 64;
    private static final List<String> KEYS = List.of("otherwise", "rules");
    private static final List<String> RULE_KEYS = List.of(
            "name", "when", "unless", "do", "rectangles", "outside-ultrasound-regions", "unused-bits", "source");
    private static final Area NOWHERE = new Area(List.of(), false, CellBits.KEEP);

    private final YamlProblems problems;
    private final ConditionReader conditions;
    private final List<PixelRule> rules = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();

    private PixelRulesReader(YamlProblems problems) {
        this.problems = problems;
        this.conditions = new ConditionReader(problems);
    }

    static PixelRules read(Path file) {
        YamlProblems problems = new YamlProblems(String.valueOf(file.getFileName()));
        return new PixelRulesReader(problems).rules(YamlFile.read(file, problems));
    }

    static PixelRules read(String name, byte[] content) {
        YamlProblems problems = new YamlProblems(name);
        return new PixelRulesReader(problems).rules(YamlFile.read(content, problems));
    }

    private PixelRules rules(Optional<YamlMap> root) {
        Action otherwise = Action.LEAVE;
        if (root.isPresent()) {
            root.get().allow(KEYS, problems);
            List<YamlValue> values = root.get().list("rules");
            if (values.isEmpty() || values.size() > MAX_RULES) {
                problems.add(root.get().line("rules"), "'rules' must be a list of 1 to " + MAX_RULES + " rules");
            } else {
                values.forEach(this::rule);
            }
            otherwise = action(root.get(), "otherwise", Action.LEAVE);
            if (otherwise == Action.BLANK) {
                problems.add(root.get().line("otherwise"), "'otherwise' is leave or quarantine");
            }
        }
        problems.throwIfAny();
        PixelRule last = new PixelRule("otherwise", List.of(Condition.ALWAYS), List.of(), otherwise, NOWHERE);
        return new PixelRules(rules, last, conditions.sources(), conditions.tags());
    }

    private void rule(YamlValue value) {
        if (!(value instanceof YamlMap map)) {
            problems.add(value.line(), "a rule must be a map, not " + value.kind());
            return;
        }
        map.allow(RULE_KEYS, problems);
        String name = name(map);
        List<Condition> when = conditions.read(map, "when");
        if (when.isEmpty() && !map.has("when")) {
            problems.add(map.line(), "the rule lacks 'when'");
        }
        Action action = action(map, "do", null);
        Area area = new Area(rectangles(map), outside(map), bits(map));
        boolean says = map.has("rectangles") || area.outsideUltrasoundRegions() || area.bits() == CellBits.CLEAR;
        if (action == Action.BLANK && !says) {
            problems.add(map.line(), "'do: blank' needs 'rectangles', 'outside-ultrasound-regions' or 'unused-bits'");
        } else if (action != Action.BLANK && says) {
            problems.add(
                    map.line(), "only 'do: blank' has 'rectangles', 'outside-ultrasound-regions' and 'unused-bits'");
        }
        rules.add(new PixelRule(name, when, conditions.read(map, "unless"), action, area));
    }

    private String name(YamlMap map) {
        String name = map.text("name", problems).orElse("");
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(c -> c < ' ' || c > '~')) {
            problems.add(map.line("name"), "a rule needs a 'name' of 1 to " + MAX_NAME_LENGTH + " ASCII characters");
        }
        Integer before = names.putIfAbsent(name, map.line());
        if (before != null && !name.isEmpty()) {
            problems.add(map.line("name"), "the rule of line " + before + " has that name too");
        }
        return name;
    }

    private Action action(YamlMap map, String key, @Nullable Action absent) {
        Optional<String> text = map.text(key, problems);
        if (text.isEmpty() && absent != null) {
            return absent;
        }
        for (Action action : Action.values()) {
            if (action.name().toLowerCase(Locale.ROOT).equals(text.orElse(""))) {
                return action;
            }
        }
        problems.add(map.line(key), "'" + key + "' must be leave, blank or quarantine");
        return Action.QUARANTINE;
    }

    private boolean outside(YamlMap map) {
        Optional<String> text = map.text("outside-ultrasound-regions", problems);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            problems.add(map.line("outside-ultrasound-regions"), "'outside-ultrasound-regions' is true or false");
        }
        return text.isPresent() && text.get().equals("true");
    }

    private CellBits bits(YamlMap map) {
        Optional<String> text = map.text("unused-bits", problems);
        if (text.isPresent() && !text.get().equals("keep") && !text.get().equals("clear")) {
            problems.add(map.line("unused-bits"), "'unused-bits' is keep or clear");
        }
        return text.isPresent() && text.get().equals("clear") ? CellBits.CLEAR : CellBits.KEEP;
    }

    private List<Rectangle> rectangles(YamlMap map) {
        List<Rectangle> rectangles = new ArrayList<>();
        YamlMap.Entry entry = map.entry("rectangles");
        if (entry == null) {
            return rectangles;
        }
        if (!(entry.value() instanceof YamlList list)
                || list.values().isEmpty()
                || list.values().size() > MAX_RECTANGLES) {
            problems.add(entry.line(), "'rectangles' must be a list of 1 to " + MAX_RECTANGLES + " rectangles");
            return rectangles;
        }
        for (YamlValue value : list.values()) {
            rectangle(value).ifPresent(rectangles::add);
        }
        return rectangles;
    }

    /** {@code [left, top, width, height]}; a width or height of {@code all} goes to the edge. */
    private Optional<Rectangle> rectangle(YamlValue value) {
        int[] numbers = new int[4];
        boolean right = value instanceof YamlList list && list.values().size() == 4;
        for (int i = 0; right && i < 4; i++) {
            numbers[i] = number(((YamlList) value).values().get(i), i >= 2);
            right = numbers[i] >= (i < 2 ? 0 : 1);
        }
        if (!right) {
            problems.add(
                    value.line(), "a rectangle is [left, top, width, height]: pixels from 0, a size from 1 or 'all'");
            return Optional.empty();
        }
        return Optional.of(new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /** -1 for what is no number that an image can have. */
    private static int number(YamlValue value, boolean size) {
        if (!(value instanceof YamlText text)) {
            return -1;
        }
        if (size && text.text().equals("all")) {
            return Rectangle.MAX_EDGE;
        }
        try {
            int number = Integer.parseInt(text.text().strip());
            return number > Rectangle.MAX_EDGE ? -1 : number;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
