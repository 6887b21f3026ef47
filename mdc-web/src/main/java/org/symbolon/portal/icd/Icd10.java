package org.symbolon.portal.icd;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Chapters, blocks and titles of ICD-10, from resource files. Immutable. */
public final class Icd10 {
    private static final Icd10 STANDARD = new Icd10();

    private final Map<IcdRange, List<IcdRange>> blocksOfChapters = new LinkedHashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    private Icd10() {
        List<IcdRange> blocks = new ArrayList<>();
        for (String[] line : lines("icd10-chapters.tsv")) {
            String[] range = line[1].split("-", 2);
            if (line[0].equals("-")) {
                blocks.add(new IcdRange("", range[0], range[1], line[2]));
            } else {
                blocks = new ArrayList<>();
                blocksOfChapters.put(new IcdRange(line[0], range[0], range[1], line[2]), blocks);
            }
        }
        for (String[] line : lines("icd10-titles.tsv.gz")) {
            titles.put(line[0].replace(".", ""), line[1]);
        }
    }

    public static Icd10 standard() {
        return STANDARD;
    }

    public List<IcdRange> chapters() {
        return List.copyOf(blocksOfChapters.keySet());
    }

    public List<IcdRange> blocks(IcdRange chapter) {
        return List.copyOf(blocksOfChapters.getOrDefault(chapter, List.of()));
    }

    public Optional<IcdRange> chapter(String category) {
        return blocksOfChapters.keySet().stream()
                .filter(each -> each.contains(category))
                .findFirst();
    }

    public Optional<IcdRange> block(String category) {
        return chapter(category)
                .flatMap(chapter -> blocks(chapter).stream()
                        .filter(each -> each.contains(category))
                        .findFirst());
    }

    /** The chapter or block with the code, such as C30-C39; a block where both have it. */
    public Optional<IcdRange> range(String code) {
        return blocksOfChapters.entrySet().stream()
                .flatMap(each -> Stream.concat(each.getValue().stream(), Stream.of(each.getKey())))
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** English title of a code; empty where it is none of the first two levels. */
    public Optional<String> title(IcdCode code) {
        return Optional.ofNullable(titles.get(code.value()));
    }

    private static List<String[]> lines(String resource) {
        List<String[]> lines = new ArrayList<>();
        try (InputStream in = Icd10.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + resource);
            }
            InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(in) : in;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> lines.add(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
        return lines;
    }
}
