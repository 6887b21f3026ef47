package org.symbolon.dicom.fuzz;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replays what fuzzing found, in every test run: the kept inputs of {@code src/test/resources/fuzz/XxxFuzz/}, then seeded
 * mutations of them and of further inputs.
 */
public final class FuzzReplay {
    private static final long FIRST_SEED = 20261121;
    private static final int SHOWN_BYTES = 512;

    private final Class<?> targetClass;
    private final FuzzTarget target;
    private final List<byte[]> corpus = new ArrayList<>();

    private FuzzReplay(Class<?> targetClass, FuzzTarget target) {
        this.targetClass = targetClass;
        this.target = target;
    }

    /** {@code FuzzReplay.of(XxxFuzz.class, XxxFuzz::fuzzerTestOneInput)}. */
    public static FuzzReplay of(Class<?> targetClass, FuzzTarget target) {
        return new FuzzReplay(targetClass, target);
    }

    /** Further inputs to start from. */
    public FuzzReplay with(List<byte[]> inputs) {
        corpus.addAll(inputs);
        return this;
    }

    /** Further inputs from files of at most so many bytes. */
    public FuzzReplay withFiles(List<Path> files, int maxBytes) throws IOException {
        for (Path file : files) {
            if (Files.size(file) <= maxBytes) {
                corpus.add(Files.readAllBytes(file));
            }
        }
        return this;
    }

    /**
     * Runs all inputs as they are and then so many mutations.
     *
     * @throws AssertionError for the first input that fails; it names the file, or the seed and the bytes
     */
    public void run(int mutations) throws IOException {
        for (Path kept : kept()) {
            byte[] input = Files.readAllBytes(kept);
            run(input, kept.getFileName().toString());
            corpus.add(input);
        }
        corpus.add(new byte[0]);
        for (int i = 0; i < corpus.size(); i++) {
            run(corpus.get(i), "input " + i);
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + mutations; seed++) {
            run(new Mutation(corpus, seed).next(), "seed " + seed);
        }
    }

    private void run(byte[] input, String name) {
        try {
            FuzzLimits.run(target, input);
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            int shown = Math.min(input.length, SHOWN_BYTES);
            String bytes = HexFormat.of().formatHex(input, 0, shown) + (shown < input.length ? "..." : "");
            throw new AssertionError(targetClass.getSimpleName() + ", " + name + ": " + bytes, e);
        }
    }

    private List<Path> kept() throws IOException {
        URL folder = targetClass.getResource("/fuzz/" + targetClass.getSimpleName());
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(asUri(folder)))) {
            return files.sorted().toList();
        }
    }

    private static URI asUri(URL folder) {
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
