package org.symbolon.portal.icd;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the cases of every disease. Built once for a list of cases, then immutable. */
public final class DiseaseTree {
    private final Icd10 icd;
    private final NavigableMap<String, BitSet> casesOfCodes = new TreeMap<>();
    private final Map<String, String> textsOfRecords;

    /**
     * @param codesOfCases the codes of each case
     * @param textsOfRecords what records call a code, for codes that the resource has no title of
     */
    public DiseaseTree(
            Icd10 icd, List<? extends Collection<IcdCode>> codesOfCases, Map<String, String> textsOfRecords) {
        this.icd = icd;
        this.textsOfRecords = Map.copyOf(textsOfRecords);
        for (int i = 0; i < codesOfCases.size(); i++) {
            for (IcdCode code : codesOfCases.get(i)) {
                casesOfCodes.computeIfAbsent(code.value(), key -> new BitSet()).set(i);
            }
        }
    }

    /** Every chapter, those without cases too. */
    public List<Disease> chapters() {
        return icd.chapters().stream().map(this::chapter).toList();
    }

    /** A chapter with its blocks. */
    public Disease chapter(IcdRange chapter) {
        List<Disease> blocks = new ArrayList<>();
        for (IcdRange block : icd.blocks(chapter)) {
            blocks.add(block(block));
        }
        blocks.removeIf(block -> block.cases() == 0);
        return new Disease(Disease.Level.CHAPTER, chapter.code(), chapter.title(), count(chapter), blocks);
    }

    /** A block with its categories. */
    public Disease block(IcdRange block) {
        List<Disease> categories = new ArrayList<>();
        within(block).keySet().stream()
                .map(code -> new IcdCode(code).category())
                .distinct()
                .forEach(category -> categories.add(code(new IcdCode(category))));
        return new Disease(Disease.Level.BLOCK, block.code(), block.title(), count(block), categories);
    }

    /** A code with the longer ones that begin with it. */
    public Disease code(IcdCode code) {
        NavigableMap<String, BitSet> below = beginningWith(code.value());
        List<Disease> children = new ArrayList<>();
        below.keySet().stream()
                .filter(each -> !each.equals(code.value()))
                .map(each -> childOf(code, new IcdCode(each)))
                .distinct()
                .forEach(child -> children.add(code(child)));
        return new Disease(Disease.Level.CODE, code.display(), title(code), union(below.values()), children);
    }

    /** The title of the resource, else what a record says, else that of the code above. */
    public String title(IcdCode code) {
        return icd.title(code)
                .or(() -> Optional.ofNullable(textsOfRecords.get(code.value())))
                .or(() -> code.parent().map(this::title))
                .orElse("");
    }

    private static IcdCode childOf(IcdCode ancestor, IcdCode descendant) {
        IcdCode child = descendant;
        while (child.parent().isPresent() && !child.parent().get().equals(ancestor)) {
            IcdCode parent = child.parent().get();
            if (parent.value().length() <= ancestor.value().length()) {
                return child;
            }
            child = parent;
        }
        return child;
    }

    private int count(IcdRange range) {
        return union(within(range).values());
    }

    private NavigableMap<String, BitSet> within(IcdRange range) {
        return casesOfCodes.subMap(range.first(), true, range.last() + Character.MAX_VALUE, false);
    }

    private NavigableMap<String, BitSet> beginningWith(String prefix) {
        return casesOfCodes.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    private static int union(Collection<BitSet> sets) {
        BitSet union = new BitSet();
        sets.forEach(union::or);
        return union.cardinality();
    }
}
