package org.symbolon.deidentification.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Doubtful;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Which objects may have text burned into their pixels, and where. The rules of a file are tried in its order; the first
 * that holds decides. Immutable and thread-safe. The file is described in docs/reference/pixel-rules.md.
 */
public final class PixelRules {
    private static final String BUILT_IN = "pixel-rules.yaml";

    private final List<PixelRule> rules;
    private final PixelRule otherwise;
    private final List<FactValues.Source> sources;
    private final Set<Integer> neededFacts;
    private final RulesByModality byModality;

    PixelRules(List<PixelRule> rules, PixelRule otherwise, List<FactValues.Source> sources, Set<Integer> neededFacts) {
        this.rules = List.copyOf(rules);
        this.otherwise = otherwise;
        this.sources = List.copyOf(sources);
        this.neededFacts = Set.copyOf(neededFacts);
        this.byModality = new RulesByModality(this.rules, this.sources);
    }

    private static final class BuiltIn {
        static final PixelRules RULES = read();

        private static PixelRules read() {
            try (InputStream in = PixelRules.class.getResourceAsStream(BUILT_IN)) {
                if (in == null) {
                    throw new IllegalStateException("The jar lacks " + BUILT_IN);
                }
                return PixelRulesReader.read(BUILT_IN, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The rules that are shipped: conf/pixel-rules.yaml. */
    public static PixelRules builtIn() {
        return BuiltIn.RULES;
    }

    /**
     * Reads a file of rules, which stand in the place of all that are built in.
     *
     * @throws SymbolonException CONFIGURATION with all that is wrong in the file, by line
     */
    public static PixelRules load(Path yaml) {
        return PixelRulesReader.read(yaml);
    }

    /**
     * These rules with those of a site among them: right behind the last rule that leaves something to the rules below it
     * (regions of ultrasound, unused bits), before all others if there is none. What the site's file says of everything else
     * does not count.
     *
     * @throws SymbolonException CONFIGURATION if both have a rule of one name
     */
    public PixelRules withSite(PixelRules site) {
        int place = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            names.add(rules.get(i).name());
            place = rules.get(i).goesOn() ? i + 1 : place;
        }
        List<PixelRule> joined = new ArrayList<>(rules.subList(0, place));
        for (PixelRule rule : site.rules) {
            if (!names.add(rule.name())) {
                throw new SymbolonException(
                        ErrorCode.CONFIGURATION, "Two pixel rules have the name \"" + rule.name() + "\"");
            }
            joined.add(rule.shifted(sources.size()));
        }
        joined.addAll(rules.subList(place, rules.size()));
        List<FactValues.Source> allSources = new ArrayList<>(sources);
        allSources.addAll(site.sources);
        Set<Integer> facts = new HashSet<>(neededFacts);
        facts.addAll(site.neededFacts);
        return new PixelRules(joined, otherwise, allSources, facts);
    }

    int size() {
        return rules.size();
    }

    boolean has(String name) {
        return rules.stream().anyMatch(rule -> rule.name().equals(name));
    }

    /** Whether a rule of this file decides, rather than what holds otherwise. */
    boolean speaksOf(ObjectFacts facts) {
        FactValues values = new FactValues(facts, sources);
        return rules.stream().anyMatch(rule -> rule.holds(values));
    }

    /** Never null; looks at {@link #neededFacts} and the SOP class only. */
    public PixelDecision decide(ObjectFacts facts) {
        return decide(new FactValues(facts, sources), 0);
    }

    /**
     * What holds once a person has looked at a doubtful object: the review's word, and bits beside the samples are cleared
     * where a rule says so, since nobody sees them.
     */
    public PixelDecision decide(ObjectFacts facts, PixelReview review) {
        FactValues values = new FactValues(facts, sources);
        for (PixelRule rule : rules) {
            Area area = rule.area();
            if (area.bits() == CellBits.CLEAR && !area.outsideUltrasoundRegions() && rule.holds(values)) {
                return clearing(rule, area, review.decision());
            }
        }
        return review.decision();
    }

    /** The attributes at the top level that conditions look at. */
    public Set<Integer> neededFacts() {
        return neededFacts;
    }

    private PixelDecision decide(FactValues facts, int from) {
        for (int i : byModality.of(facts)) {
            if (i >= from && rules.get(i).holds(facts)) {
                return decision(rules.get(i), facts, i + 1);
            }
        }
        return decision(otherwise, facts, rules.size());
    }

    private PixelDecision decision(PixelRule rule, FactValues facts, int next) {
        return switch (rule.action()) {
            case LEAVE -> new Untouched(rule.name());
            case QUARANTINE -> new Doubtful(rule.name());
            case BLANK -> blank(rule, facts, next);
        };
    }

    /** Regions, and bits beside the samples, do not say all that is to be blanked: the rules below go on. */
    private PixelDecision blank(PixelRule rule, FactValues facts, int next) {
        Area area = rule.area();
        if (area.bits() == CellBits.KEEP && !area.outsideUltrasoundRegions()) {
            return new Blank(rule.name(), area, new Doubtful(rule.name()));
        }
        PixelDecision below = decide(facts, next);
        if (area.outsideUltrasoundRegions()) {
            return new Blank(rule.name(), joined(area, below), below);
        }
        return clearing(rule, area, below);
    }

    private static PixelDecision clearing(PixelRule rule, Area area, PixelDecision below) {
        return below.fold(
                untouched -> new Blank(rule.name(), area, untouched),
                blank -> new Blank(blank.rule(), joined(area, blank), clearing(rule, area, blank.otherwise())),
                doubtful -> doubtful);
    }

    /** What both blank: a device may draw on its own regions. */
    private static Area joined(Area area, PixelDecision below) {
        List<Rectangle> rectangles = new ArrayList<>(area.rectangles());
        boolean outside = area.outsideUltrasoundRegions();
        CellBits bits = area.bits();
        if (below instanceof Blank blank) {
            rectangles.addAll(blank.area().rectangles());
            outside |= blank.area().outsideUltrasoundRegions();
            bits = blank.area().bits() == CellBits.CLEAR ? CellBits.CLEAR : bits;
        }
        return new Area(rectangles, outside, bits);
    }
}
