package org.symbolon.deidentification.encryption;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientId;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The value of Encrypted Content (0400,0520): a data set in a CMS envelope (RFC 5652 EnvelopedData), its content encrypted with
 * AES-256-CBC, the content key for one recipient, as PS3.15 E.1.1 asks: by RSA key transport, or, for an elliptic curve, by key
 * agreement with an ephemeral key (RFC 5753: ECDH, SHA-256, AES-256 key wrap). The data set is the caller's to encode, in the
 * transfer syntax that (0400,0510) names. Stateless, thread-safe.
 */
public final class EncryptedAttributes {
    /** The longest data set that is sealed, and the longest that is opened. */
    public static final int MAX_DATA_SET_BYTES = 64 << 20;

    /** What an envelope may add, certificates of others included. */
    static final int MAX_ENVELOPE_BYTES = MAX_DATA_SET_BYTES + (1 << 20);

    private static final int MIN_KEY_BITS = 2048;
    private static final int MIN_CURVE_BITS = 256;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private EncryptedAttributes() {}

    /**
     * Seals a data set for the holder of the certificate's private key.
     *
     * @return DER, padded with a zero byte where its length is odd (PS3.5 6.2, OB)
     * @throws SymbolonException {@code LIMIT_EXCEEDED} past {@link #MAX_DATA_SET_BYTES}; {@code CONFIGURATION} where the
     *     certificate is expired, not valid yet, or has neither an RSA key of at least 2,048 bits that may encipher keys nor
     *     one of a curve of at least 256 bits that may agree on keys
     */
    public static byte[] seal(byte[] dataSet, X509Certificate recipient) {
        if (dataSet.length > MAX_DATA_SET_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "Encrypted attributes hold at most " + MAX_DATA_SET_BYTES + " bytes");
        }
        requireUsable(recipient);
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(
                    recipient.getPublicKey() instanceof ECPublicKey key
                            ? agreement(key, recipient)
                            : new JceKeyTransRecipientInfoGenerator(recipient).setProvider(PROVIDER));
            CMSEnvelopedData envelope = generator.generate(
                    new CMSProcessableByteArray(dataSet),
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                            .setProvider(PROVIDER)
                            .build());
            byte[] der = envelope.toASN1Structure().getEncoded("DER");
            return der.length % 2 == 0 ? der : Arrays.copyOf(der, der.length + 1);
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "Attributes cannot be encrypted for the recipient's certificate", e);
        }
    }

    /** Checks a certificate before the first object is de-identified; throws as {@link #seal}. */
    public static void requireUsable(X509Certificate recipient) {
        try {
            recipient.checkValidity();
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "The recipient's certificate is not valid today", e);
        }
        boolean rsa = recipient.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= MIN_KEY_BITS;
        boolean curve = recipient.getPublicKey() instanceof ECPublicKey key
                && key.getParams().getOrder().bitLength() >= MIN_CURVE_BITS;
        boolean[] usage = recipient.getKeyUsage();
        if (!(rsa && may(usage, KEY_ENCIPHERMENT)) && !(curve && may(usage, KEY_AGREEMENT))) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The recipient's certificate needs an RSA key of at least " + MIN_KEY_BITS
                            + " bits that may encipher keys, or one of an elliptic curve of at least " + MIN_CURVE_BITS
                            + " bits that may agree on keys");
        }
    }

    private static boolean may(boolean @Nullable [] usage, int what) {
        return usage == null || usage[what];
    }

    /** The sender's half of the agreement is a key for this one envelope. */
    private static RecipientInfoGenerator agreement(ECPublicKey key, X509Certificate recipient)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(key.getParams());
        KeyPair ephemeral = generator.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF,
                        ephemeral.getPrivate(),
                        ephemeral.getPublic(),
                        CMSAlgorithm.AES256_WRAP)
                .addRecipient(recipient)
                .setProvider(PROVIDER);
    }

    /**
     * The data set that {@link #seal}, or another implementation of PS3.15, put into an envelope.
     *
     * @param envelope with or without its padding
     * @param certificate of the recipient, to find the key that was encrypted for it
     * @throws SymbolonException {@code DAMAGED} where this is no envelope, {@code WRONG_KEY} where it is another recipient's or
     *     the key does not open it, {@code LIMIT_EXCEEDED}
     */
    public static byte[] open(byte[] envelope, PrivateKey key, X509Certificate certificate) {
        if (envelope.length > MAX_ENVELOPE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "Encrypted content has at most " + MAX_ENVELOPE_BYTES + " bytes");
        }
        CMSEnvelopedData data = parse(envelope);
        boolean agreed = certificate.getPublicKey() instanceof ECPublicKey;
        RecipientId wanted = agreed ? new JceKeyAgreeRecipientId(certificate) : new JceKeyTransRecipientId(certificate);
        Collection<RecipientInformation> found = data.getRecipientInfos().getRecipients(wanted);
        if (found.isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The attributes were encrypted for another certificate than the given one");
        }
        Recipient recipient = agreed
                ? new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER);
        try {
            return found.iterator().next().getContent(recipient);
        } catch (CMSException | RuntimeException e) { // the library throws the latter for parameters it cannot use
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The key does not open the attributes, or they were changed", e);
        }
    }

    private static CMSEnvelopedData parse(byte[] envelope) {
        try (ASN1InputStream in = new ASN1InputStream(envelope)) {
            ASN1Primitive content = in.readObject();
            if (content == null) {
                throw damaged(null);
            }
            return new CMSEnvelopedData(ContentInfo.getInstance(content));
        } catch (IOException | CMSException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private static SymbolonException damaged(@Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.DAMAGED, "The encrypted content is no CMS envelope", cause);
    }
}
