package org.symbolon.deidentification.internal.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** What is wrong with a file and those that it draws in, all at once. Not thread-safe. */
public final class YamlProblems {
    /** Further ones are only counted. */
    public static final int MAX_PROBLEMS = 100;

    /** @param line 1 is the first, 0 for the file as a whole */
    public record Problem(String file, int line, String message) {
        @Override
        public String toString() {
            return file + (line > 0 ? " line " + line : "") + ": " + message;
        }
    }

    private final List<Problem> problems;
    private final int[] left;
    private final String file;

    public YamlProblems(String file) {
        this(file, new ArrayList<>(), new int[1]);
    }

    private YamlProblems(String file, List<Problem> problems, int[] left) {
        this.file = file;
        this.problems = problems;
        this.left = left;
    }

    /** For another file, into the same list. */
    public YamlProblems of(String otherFile) {
        return new YamlProblems(otherFile, problems, left);
    }

    public String file() {
        return file;
    }

    public void add(int line, String message) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(file, line, message));
        } else {
            left[0]++;
        }
    }

    /** Of all files, by line within a file. */
    public List<Problem> all() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** @throws SymbolonException {@code CONFIGURATION} naming every problem, if there is one */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            String text = all().stream().map(Problem::toString).collect(Collectors.joining("\n"));
            String more = left[0] > 0 ? "\nand " + left[0] + " more" : "";
            throw new SymbolonException(ErrorCode.CONFIGURATION, text + more);
        }
    }
}
