package org.symbolon.deidentification.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/**
 * What the recipient of encrypted attributes opens them with.
 *
 * @param certificate tells which of several recipients this is
 */
public record RecipientKey(PrivateKey key, X509Certificate certificate) {
    private static final long MAX_FILE_BYTES = 1 << 20;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    /**
     * Reads both from PEM files (RFC 7468).
     *
     * @param password of a key that is encrypted
     * @throws SymbolonException {@code CONFIGURATION} where a file does not hold what it should, {@code WRONG_KEY} where the
     *     password is wrong or missing
     */
    public static RecipientKey read(Path key, @Nullable Secret password, Path certificate) throws IOException {
        return new RecipientKey(key(key, password), certificate(certificate));
    }

    /** An X.509 certificate, PEM or DER; {@code CONFIGURATION} where it is none. */
    public static X509Certificate certificate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, file + " holds no X.509 certificate", e);
        }
    }

    private static PrivateKey key(Path file, @Nullable Secret password) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw noKey(file, null);
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                PrivateKeyInfo info = info(file, found, password);
                if (info != null) {
                    return new JcaPEMKeyConverter().setProvider(PROVIDER).getPrivateKey(info);
                }
            }
        } catch (IOException e) { // the parser's and the converter's: the file was read above
            throw noKey(file, e);
        }
        throw noKey(file, null);
    }

    /** Of the kinds of PEM object that hold a private key; nothing of any other, such as the curve's parameters. */
    private static @Nullable PrivateKeyInfo info(Path file, Object found, @Nullable Secret password)
            throws IOException {
        if (found instanceof PrivateKeyInfo info) {
            return info;
        }
        if (found instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (!(found instanceof PKCS8EncryptedPrivateKeyInfo) && !(found instanceof PEMEncryptedKeyPair)) {
            return null;
        }
        if (password == null) {
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The private key in " + file + " is encrypted: give its password");
        }
        char[] characters = password.copy();
        try {
            if (found instanceof PEMEncryptedKeyPair pair) {
                return pair.decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                                .setProvider(PROVIDER)
                                .build(characters))
                        .getPrivateKeyInfo();
            }
            return ((PKCS8EncryptedPrivateKeyInfo) found)
                    .decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(characters));
        } catch (PKCSException | OperatorCreationException | IOException e) {
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The password does not open the private key in " + file, e);
        } finally {
            java.util.Arrays.fill(characters, '\0');
        }
    }

    private static SymbolonException noKey(Path file, @Nullable Exception cause) {
        return new SymbolonException(ErrorCode.CONFIGURATION, file + " holds no private key in PEM", cause);
    }

    @Override
    public String toString() {
        return "[recipient's key]";
    }
}
