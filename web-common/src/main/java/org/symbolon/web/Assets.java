package org.symbolon.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Styles, scripts and pictures of one part of the site, read from the class path once and served from memory. All of them
 * lie under one path that holds a digest of their content: browsers keep them for ever, and script modules may import each
 * other by relative names. Immutable.
 */
public final class Assets {
    private static final int DIGEST_CHARACTERS = 12;
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final String path;
    private final Map<String, byte[]> contents;

    private Assets(String path, Map<String, byte[]> contents) {
        this.path = path;
        this.contents = contents;
    }

    /**
     * Reads the named files beside a class, in its folder {@code assets}.
     *
     * @param part of the site, a word of the path
     * @throws IllegalArgumentException where one is not there or of no known kind
     */
    public static Assets of(Class<?> anchor, String part, List<String> names) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        MessageDigest digest = sha256();
        for (String name : names) {
            byte[] content = read(anchor, name);
            mediaType(name);
            digest.update(content);
            contents.put(name, content);
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_CHARACTERS);
        return new Assets("/assets/" + part + "/" + hash + "/", contents);
    }

    /** Path of an asset on this server. */
    public String url(String name) {
        if (!contents.containsKey(name)) {
            throw new IllegalArgumentException("No asset has the name " + name);
        }
        return path + name;
    }

    /** Serves all of them. */
    public void register(JavalinDefaultRoutingApi routes) {
        contents.forEach((name, content) -> routes.get(path + name, context -> serve(context, name, content)));
    }

    private static void serve(Context context, String name, byte[] content) {
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.contentType(mediaType(name)).result(content);
    }

    private static String mediaType(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String mediaType = MEDIA_TYPES.get(extension);
        if (mediaType == null) {
            throw new IllegalArgumentException("No media type is known for " + name);
        }
        return mediaType;
    }

    private static byte[] read(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream("assets/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("The class path holds no asset " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("An asset cannot be read from the class path", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
