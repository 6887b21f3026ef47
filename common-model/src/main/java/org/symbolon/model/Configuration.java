package org.symbolon.model;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings of one process: a UTF-8 properties file, overridden by explicit values. Ask for every key first, then call
 * {@link #requireAllKnown}: a key that nobody asked for is a mistake and says so. Sizes are written {@code 64KB},
 * {@code 16MB}, {@code 1GB} (powers of 1,024), durations {@code 250ms}, {@code 30s}, {@code 5m}, {@code 2h}. Not thread-safe.
 */
public final class Configuration {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,15})\\s*([A-Za-z]*)");

    private final Map<String, String> values;
    private final Set<String> asked = new HashSet<>();
    private final String source;

    private Configuration(Map<String, String> values, String source) {
        this.values = values;
        this.source = source;
    }

    public static Configuration of(Map<String, String> values) {
        return new Configuration(new TreeMap<>(values), "the given settings");
    }

    public static Configuration read(Path file, Map<String, String> overrides) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "Cannot read the configuration file " + file, e);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key).strip()));
        values.putAll(overrides);
        return new Configuration(values, file.toString());
    }

    public Optional<String> text(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    public String text(String key, String defaultValue) {
        return text(key).orElse(defaultValue);
    }

    public String required(String key) {
        return text(key).orElseThrow(() -> problem(key, "is missing"));
    }

    public int integer(String key, int defaultValue, int minimum, int maximum) {
        return (int) bounded(key, number(key, defaultValue, Map.of("", 1L)), minimum, maximum);
    }

    public boolean flag(String key, boolean defaultValue) {
        String value = text(key, Boolean.toString(defaultValue));
        if (!value.equals("true") && !value.equals("false")) {
            throw problem(key, "is either true or false");
        }
        return value.equals("true");
    }

    public long bytes(String key, long defaultBytes, long minimum, long maximum) {
        long parsed =
                number(key, defaultBytes, Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30));
        return bounded(key, parsed, minimum, maximum);
    }

    public Duration duration(String key, Duration defaultValue) {
        long millis =
                number(key, defaultValue.toMillis(), Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L));
        return Duration.ofMillis(millis);
    }

    /** All keys that begin with the prefix, without it; they count as asked for. */
    public Map<String, String> group(String prefix) {
        Map<String, String> group = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                asked.add(key);
                group.put(key.substring(prefix.length()), value);
            }
        });
        return group;
    }

    /** Fails, naming every key of the file that nobody has asked for. */
    public void requireAllKnown() {
        List<String> unknown = new ArrayList<>(values.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "Unknown settings in " + source + ": " + unknown);
        }
    }

    private long number(String key, long defaultValue, Map<String, Long> units) {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return defaultValue;
        }
        Matcher matcher = NUMBER_AND_UNIT.matcher(value.get());
        Long unit = matcher.matches() ? units.get(matcher.group(2)) : null;
        if (unit == null) {
            throw problem(key, "is a whole number with a unit of " + units.keySet());
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    }

    private long bounded(String key, long value, long minimum, long maximum) {
        if (value < minimum || value > maximum) {
            throw problem(key, "is from " + minimum + " to " + maximum);
        }
        return value;
    }

    private SymbolonException problem(String key, String rule) {
        return new SymbolonException(ErrorCode.CONFIGURATION, "In " + source + ": " + key + " " + rule);
    }
}
