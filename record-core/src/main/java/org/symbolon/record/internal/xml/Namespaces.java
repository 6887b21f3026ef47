package org.symbolon.record.internal.xml;

import org.jspecify.annotations.Nullable;

/** The prefixes in scope: a chain of declarations, the innermost first. */
final class Namespaces {
    static final Namespaces NONE = new Namespaces("", "", null, 0);

    private static final int MOST = 512;

    private final String prefix;
    private final String namespace;
    private final @Nullable Namespaces outer;
    private final int count;

    private Namespaces(String prefix, String namespace, @Nullable Namespaces outer, int count) {
        this.prefix = prefix;
        this.namespace = namespace;
        this.outer = outer;
        this.count = count;
    }

    Namespaces with(String declaredPrefix, String declaredNamespace) {
        if (count >= MOST) {
            throw XmlFaults.tooMany("namespaces in scope", MOST);
        }
        return new Namespaces(declaredPrefix, declaredNamespace, this, count + 1);
    }

    String ofElement(String qualifiedName, int offset) {
        int colon = qualifiedName.indexOf(':');
        return find(colon < 0 ? "" : qualifiedName.substring(0, colon), offset);
    }

    String ofAttribute(String qualifiedName, int offset) {
        int colon = qualifiedName.indexOf(':');
        return colon < 0 ? "" : find(qualifiedName.substring(0, colon), offset);
    }

    private String find(String wanted, int offset) {
        if (wanted.equals("xml")) {
            return XmlElement.XML;
        }
        for (Namespaces at = this; at != null; at = at.outer) {
            if (at.prefix.equals(wanted)) {
                return at.namespace;
            }
        }
        throw XmlFaults.corrupt("An undeclared namespace prefix", offset);
    }
}
