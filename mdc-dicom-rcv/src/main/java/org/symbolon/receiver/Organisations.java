package org.symbolon.receiver;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.symbolon.archive.ClientOrganisations;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * Which organisation a client certificate stands for. A subject is configured either wholly, as an RFC 2253 distinguished name,
 * or as its common name alone; a whole name goes before a common name. Whether the certificate is genuine was decided by TLS
 * before. Immutable, thread-safe.
 */
public final class Organisations implements ClientOrganisations {
    private static final String SEPARATOR = "|";

    private final Map<X500Principal, OrganisationId> byName;
    private final Map<String, OrganisationId> byCommonName;

    private Organisations(Map<X500Principal, OrganisationId> byName, Map<String, OrganisationId> byCommonName) {
        this.byName = Map.copyOf(byName);
        this.byCommonName = Map.copyOf(byCommonName);
    }

    /**
     * @param subjects organisation to its certificate subjects, several separated by {@code |}
     * @throws SymbolonException CONFIGURATION if a subject is no name, or stands for two organisations
     */
    public static Organisations of(Map<String, String> subjects) {
        Map<X500Principal, OrganisationId> byName = new HashMap<>();
        Map<String, OrganisationId> byCommonName = new HashMap<>();
        subjects.forEach((name, list) -> {
            OrganisationId organisation = new OrganisationId(name);
            for (String subject : List.of(list.split("\\" + SEPARATOR))) {
                OrganisationId other = subject.contains("=")
                        ? byName.put(principal(name, subject.strip()), organisation)
                        : byCommonName.put(commonNameKey(name, subject.strip()), organisation);
                if (other != null) {
                    throw problem(name, "names a certificate subject twice, or one of organisation " + other);
                }
            }
        });
        return new Organisations(byName, byCommonName);
    }

    /** Empty for a certificate that stands for nobody here. */
    @Override
    public Optional<OrganisationId> of(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        OrganisationId named = byName.get(subject);
        return named != null
                ? Optional.of(named)
                : commonName(subject).map(name -> byCommonName.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean isEmpty() {
        return byName.isEmpty() && byCommonName.isEmpty();
    }

    private static Optional<String> commonName(X500Principal subject) {
        try {
            List<Rdn> names = new LdapName(subject.getName(X500Principal.RFC2253)).getRdns();
            // RDNs count from the right: the most specific one comes last
            for (int i = names.size() - 1; i >= 0; i--) {
                if (names.get(i).getType().equalsIgnoreCase("CN")
                        && names.get(i).getValue() instanceof String name) {
                    return Optional.of(name);
                }
            }
            return Optional.empty();
        } catch (InvalidNameException e) {
            throw new SymbolonException(
                    ErrorCode.NOT_AUTHORISED, "The subject of the client certificate is no name", e);
        }
    }

    private static X500Principal principal(String organisation, String subject) {
        try {
            return new X500Principal(subject);
        } catch (IllegalArgumentException e) {
            throw problem(organisation, "has a certificate subject that is no RFC 2253 name");
        }
    }

    private static String commonNameKey(String organisation, String name) {
        if (name.isEmpty()) {
            throw problem(organisation, "has an empty certificate subject");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static SymbolonException problem(String organisation, String rule) {
        return new SymbolonException(ErrorCode.CONFIGURATION, "organisation." + organisation + " " + rule);
    }
}
