package org.symbolon.deidentification.cleaning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A form of national number.
 *
 * @param name as options name it
 * @param lengths in letters and digits
 * @param bare whether its check tells enough that it may stand without signs and without a word before it
 * @param groups how it is parted by signs, if it is
 * @param signs that part it
 * @param cues folded words that may stand before it
 * @param check of the folded letters and digits
 */
record NationalNumber(
        String name,
        Set<Integer> lengths,
        boolean bare,
        List<int[]> groups,
        String signs,
        Set<String> cues,
        Predicate<String> check) {

    static Builder named(String name, Predicate<String> check, Integer... lengths) {
        return new Builder(name, check, Set.of(lengths));
    }

    /** Whether the run of words is such a number. */
    boolean fits(NumberRun run, Words words, int first) {
        if (!lengths.contains(run.length())) {
            return false;
        }
        boolean grouped = run.parts() == 1 ? bare : isGrouped(run);
        return (grouped || isCued(words, first)) && check.test(run.compact());
    }

    private boolean isGrouped(NumberRun run) {
        for (int[] lengths : groups) {
            if (run.isGrouped(lengths, signs)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the cues is among the three words before. */
    private boolean isCued(Words words, int first) {
        for (int i = first - 1; i >= 0 && i >= first - 3 && words.gapLength(i + 1) <= 3; i--) {
            if (cues.contains(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    static final class Builder {
        private final String name;
        private final Predicate<String> check;
        private final Set<Integer> lengths;
        private final List<int[]> groups = new ArrayList<>();
        private boolean bare;
        private String signs = " -";
        private Set<String> cues = Set.of();

        private Builder(String name, Predicate<String> check, Set<Integer> lengths) {
            this.name = name;
            this.check = check;
            this.lengths = lengths;
        }

        Builder bare() {
            bare = true;
            return this;
        }

        Builder grouped(int... parts) {
            groups.add(parts);
            return this;
        }

        Builder by(String characters) {
            signs = characters;
            return this;
        }

        Builder behind(String... words) {
            cues = Set.of(words);
            return this;
        }

        NationalNumber build() {
            return new NationalNumber(name, lengths, bare, List.copyOf(groups), signs, cues, check);
        }
    }
}
