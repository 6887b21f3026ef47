package org.symbolon.deidentification.internal.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a YAML 1.2 file whose root is a map. Refused are anchors and aliases, tags, keys that are no texts, keys that stand
 * twice, and what passes a limit.
 */
public final class YamlFile {
    public static final int MAX_BYTES = 1 << 20;
    public static final int MAX_DEPTH = 16;

    private YamlFile() {}

    /** The root of the file, empty if it cannot be read; then there is a problem at least. */
    public static Optional<YamlMap> read(Path file, YamlProblems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return read(bytes, problems);
        } catch (IOException e) {
            problems.add(0, "cannot be read");
            return Optional.empty();
        }
    }

    /** As {@link #read(Path, YamlProblems)}, of a content in UTF-8. */
    public static Optional<YamlMap> read(byte[] content, YamlProblems problems) {
        if (content.length > MAX_BYTES) {
            problems.add(0, "is longer than " + MAX_BYTES + " bytes");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(MAX_BYTES)
                    .setAllowDuplicateKeys(true)
                    .setMaxAliasesForCollections(0)
                    .build();
            if (!isPlain(new Parse(settings).parseString(text), problems)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty() || !(root.get() instanceof MappingNode map)) {
                problems.add(1, "the file must be a map of keys and values");
                return Optional.empty();
            }
            return Optional.of(map(map, problems));
        } catch (CharacterCodingException e) {
            problems.add(0, "is not in UTF-8");
        } catch (MarkedYamlEngineException e) {
            int line =
                    e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(-1) + 1;
            problems.add(line, "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(0, "is no YAML");
        }
        return Optional.empty();
    }

    private static boolean isPlain(Iterable<Event> events, YamlProblems problems) {
        int depth = 0;
        int documents = 0;
        for (Event event : events) {
            int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
            switch (event.getEventId()) {
                case Alias -> {
                    problems.add(line, "aliases are not taken; use 'extends'");
                    return false;
                }
                case DocumentStart -> documents++;
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (depth > MAX_DEPTH || documents > 1) {
                problems.add(line, depth > MAX_DEPTH ? "is nested deeper than " + MAX_DEPTH : "has a second document");
                return false;
            }
        }
        return true;
    }

    private static YamlMap map(MappingNode node, YamlProblems problems) {
        Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            int line = line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(line, "a key must be a text");
                continue;
            }
            String name = key.getValue().strip();
            YamlMap.Entry entry = new YamlMap.Entry(name, line, value(tuple.getValueNode(), problems));
            YamlMap.Entry before = entries.putIfAbsent(name, entry);
            if (before != null) {
                problems.add(line, "the key '" + name + "' stands already in line " + before.line());
            }
        }
        return new YamlMap(line(node), entries);
    }

    private static YamlValue value(Node node, YamlProblems problems) {
        if (node instanceof MappingNode map) {
            return map(map, problems);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlValue> values = new ArrayList<>();
            sequence.getValue().forEach(item -> values.add(value(item, problems)));
            return new YamlList(line(node), values);
        }
        ScalarNode scalar = (ScalarNode) node;
        boolean isNull = scalar.isPlain() && scalar.getValue().equals("null");
        return new YamlText(line(node), isNull ? "" : scalar.getValue());
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
