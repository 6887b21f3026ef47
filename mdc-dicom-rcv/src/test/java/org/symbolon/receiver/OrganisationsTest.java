package org.symbolon.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.model.OrganisationId;

class OrganisationsTest {
    private static final OrganisationId VILNIUS = new OrganisationId("vilnius");

    @TempDir
    static Path folder = Path.of("");

    private static TestCertificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TestCertificates.create(folder);
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(certificates.pem(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TestCertificates.CLIENT_SUBJECT,
                "cn=agent.vilnius.example, o=Vilnius, c=LT",
                "agent.vilnius.example",
                "Agent.Vilnius.Example",
                "CN=somebody else|agent.vilnius.example"
            })
    void knowsACertificateByItsSubjectOrCommonName(String subject) throws Exception {
        Organisations organisations = Organisations.of(Map.of("vilnius", subject));
        assertThat(organisations.of(certificate("client"))).contains(VILNIUS);
        assertThat(organisations.of(certificate("stranger"))).isEmpty();
    }

    @Test
    void doesNotTakePartOfANameForTheWhole() throws Exception {
        Organisations organisations = Organisations.of(Map.of("vilnius", "CN=agent.vilnius.example"));
        assertThat(organisations.of(certificate("client"))).isEmpty();
    }

    @Test
    void refusesASubjectThatStandsForTwo() {
        assertThatThrownBy(() -> Organisations.of(Map.of("vilnius", "a", "kaunas", "A")))
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a||b", "=x"})
    void refusesSubjectsThatAreNone(String subject) {
        assertThatThrownBy(() -> Organisations.of(Map.of("vilnius", subject)))
                .hasMessageContaining("organisation.vilnius");
    }
}
