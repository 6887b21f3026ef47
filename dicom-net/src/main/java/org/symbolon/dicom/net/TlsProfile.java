package org.symbolon.dicom.net;

import java.util.List;

/**
 * Protocol versions and cipher suites of a TLS connection: the secure transport connection profiles of PS3.15 annex B. All of
 * them are TLS 1.3 and 1.2 with forward secrecy and authenticated encryption; suites that the JDK does not have are left out.
 */
public enum TlsProfile {
    /**
     * BCP 195 RFC 8996, 9325 TLS Secure Transport Connection Profile (PS3.15 B.12): what RFC 9325 4.2 recommends. The default.
     */
    BCP_195_RFC_9325(List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")),
    /**
     * Modified BCP 195 RFC 8996, 9325 TLS Secure Transport Connection Profile (PS3.15 B.13): without keys of 128 bits, with the
     * further suites that this profile names.
     */
    MODIFIED_BCP_195_RFC_9325(List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256")),
    /**
     * Non-downgrading BCP 195 TLS Secure Transport Connection Profile (PS3.15 B.10, retired): for peers that stopped at RFC 7525,
     * whose suites with finite-field Diffie-Hellman it still takes.
     */
    NON_DOWNGRADING_BCP_195(List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"));

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    private final List<String> cipherSuites;

    TlsProfile(List<String> cipherSuites) {
        this.cipherSuites = cipherSuites;
    }

    /** Names as JSSE has them, best first. */
    public List<String> protocols() {
        return PROTOCOLS;
    }

    /** Names as JSSE has them, best first. */
    public List<String> cipherSuites() {
        return cipherSuites;
    }
}
