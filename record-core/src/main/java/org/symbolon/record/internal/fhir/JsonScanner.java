package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.internal.fhir.FhirNode.Kind;

/**
 * Reads JSON (RFC 8259, strictly) into a tree whose tokens know their bytes. Our own, since parsers of objects report positions
 * of tokens inexactly and refuse bytes that are no UTF-8, which here are read leniently. Used once, by one thread.
 */
final class JsonScanner {
    private static final int LONGEST_NUMBER = 1000;

    private final byte[] bytes;
    private final RecordOptions options;
    private int at;
    private int depth;
    private int nodes;

    JsonScanner(byte[] bytes, RecordOptions options) {
        this.bytes = bytes;
        this.options = options;
    }

    FhirNode scan() {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            at = 3;
        }
        skipBlank();
        if (peek() != '{') {
            throw FhirFaults.corrupt("No JSON object in UTF-8", at);
        }
        FhirNode root = value();
        int end = at;
        skipBlank();
        if (at < bytes.length && root.isResource() && bytes[at] == '{' && hasLineBreak(end, at)) {
            root = lines(root);
        }
        if (at < bytes.length) {
            throw FhirFaults.corrupt("Something behind the end", at);
        }
        return root;
    }

    /** One resource a line (NDJSON, as of bulk data): the same as a bundle of them. */
    private FhirNode lines(FhirNode first) {
        List<FhirNode> entries = new ArrayList<>();
        entries.add(entry(first));
        while (at < bytes.length) {
            if (peek() != '{') {
                throw FhirFaults.corrupt("No JSON object in a line", at);
            }
            entries.add(entry(value()));
            int end = at;
            skipBlank();
            if (at < bytes.length && !hasLineBreak(end, at)) {
                throw FhirFaults.corrupt("Something behind the end of a line", at);
            }
        }
        FhirNode bundle = new FhirNode(Kind.OBJECT, first.start);
        bundle.resourceType = "Bundle";
        bundle.members = List.of(new FhirMember("entry", false, first.start, at, entries, true));
        return ended(bundle);
    }

    private static FhirNode entry(FhirNode resource) {
        FhirNode entry = new FhirNode(Kind.OBJECT, resource.start);
        entry.end = resource.end;
        entry.members =
                List.of(new FhirMember("resource", false, resource.start, resource.end, List.of(resource), false));
        return entry;
    }

    private boolean hasLineBreak(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    private FhirNode value() {
        if (++nodes > options.maxPlaces()) {
            throw FhirFaults.tooMany("values", options.maxPlaces());
        }
        return switch (peek()) {
            case '{' -> object();
            case '[' -> {
                FhirNode array = node(Kind.ARRAY);
                array.members = List.of(new FhirMember("", false, at, at, items(), true));
                yield ended(array);
            }
            case '"' -> string();
            case 't' -> literal("true", Kind.BOOLEAN);
            case 'f' -> literal("false", Kind.BOOLEAN);
            case 'n' -> literal("null", Kind.NULL);
            default -> number();
        };
    }

    private FhirNode object() {
        FhirNode object = node(Kind.OBJECT);
        enter();
        List<FhirMember> members = new ArrayList<>(4);
        skipBlank();
        if (peek() != '}') {
            members.add(member(object));
            while (anotherFollows('}')) {
                skipBlank();
                members.add(member(object));
            }
        }
        leave();
        object.members = members;
        return ended(object);
    }

    private FhirMember member(FhirNode object) {
        int start = at;
        if (peek() != '"') {
            throw FhirFaults.corrupt("A member without name", at);
        }
        FhirNode key = string();
        String name = MemberNames.of(bytes, key.valueStart, key.valueEnd);
        skipBlank();
        expect(':');
        skipBlank();
        boolean repeats = peek() == '[';
        List<FhirNode> items = repeats ? items() : List.of(value());
        if (name.equals(FhirMember.RESOURCE_TYPE) && !repeats && !object.isResource()) {
            FhirNode type = items.get(0);
            object.resourceType =
                    type.kind == Kind.STRING ? JsonText.decode(bytes, type.valueStart, type.valueEnd) : "";
        }
        boolean sibling = !name.isEmpty() && name.charAt(0) == '_';
        return new FhirMember(sibling ? name.substring(1) : name, sibling, start, at, items, repeats);
    }

    private List<FhirNode> items() {
        enter();
        List<FhirNode> items = new ArrayList<>(2);
        skipBlank();
        if (peek() != ']') {
            items.add(value());
            while (anotherFollows(']')) {
                skipBlank();
                items.add(value());
            }
        }
        leave();
        return items;
    }

    private boolean anotherFollows(char close) {
        skipBlank();
        int c = peek();
        if (c != ',' && c != close) {
            throw FhirFaults.corrupt("Neither a comma nor a closing bracket", at);
        }
        if (c == ',') {
            at++;
        }
        return c == ',';
    }

    private void enter() {
        at++;
        if (++depth > options.maxDepth()) {
            throw FhirFaults.tooMany("levels", options.maxDepth());
        }
    }

    private void leave() {
        at++;
        depth--;
    }

    private FhirNode string() {
        FhirNode string = node(Kind.STRING);
        at++;
        string.valueStart = at;
        while (true) {
            int c = peek();
            if (c == '"') {
                break;
            } else if (c == '\\') {
                escape();
            } else if (c >= 0 && c < ' ') {
                throw FhirFaults.corrupt("A control character in a string", at);
            } else {
                at++;
            }
        }
        string.valueEnd = at;
        at++;
        return ended(string);
    }

    private void escape() {
        at++;
        int c = peek();
        at++;
        if (c == 'u') {
            for (int i = 0; i < 4; i++) {
                if (Character.digit(peek(), 16) < 0) {
                    throw FhirFaults.corrupt("An escape that is none", at);
                }
                at++;
            }
        } else if ("\"\\/bfnrt".indexOf(c) < 0) {
            throw FhirFaults.corrupt("An escape that is none", at);
        }
    }

    private FhirNode literal(String word, Kind kind) {
        FhirNode literal = node(kind);
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw FhirFaults.corrupt("No value", at);
            }
            at++;
        }
        return kind == Kind.NULL ? ended(literal) : valued(literal);
    }

    private FhirNode number() {
        FhirNode number = node(Kind.NUMBER);
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < bytes.length && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < bytes.length && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - number.start > LONGEST_NUMBER) {
            throw FhirFaults.tooMany("digits in a number", LONGEST_NUMBER);
        }
        return valued(number);
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw FhirFaults.corrupt("No value", at);
        }
        while (at < bytes.length && isDigit(bytes[at])) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private FhirNode node(Kind kind) {
        return new FhirNode(kind, at);
    }

    private FhirNode valued(FhirNode node) {
        node.valueStart = node.start;
        node.valueEnd = at;
        return ended(node);
    }

    private FhirNode ended(FhirNode node) {
        node.end = at;
        return node;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw FhirFaults.corrupt("A member without value", at);
        }
        at++;
    }

    private void skipBlank() {
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    /** The byte here, negative beyond ASCII. */
    private int peek() {
        if (at >= bytes.length) {
            throw FhirFaults.truncated();
        }
        return bytes[at];
    }
}
