package org.symbolon.deidentification.encryption;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
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
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The value of Encrypted Content (0400,0520): a data set in a CMS envelope (RFC 5652 EnvelopedData), its content encrypted with
 * AES-256-CBC, the content key by RSA key transport to one recipient, as PS3.15 E.1.1 asks. The data set is the caller's to
 * encode, in the transfer syntax that (0400,0510) names. Stateless, thread-safe.
 */
public final class EncryptedAttributes {
    /** The longest data set that is sealed, and the longest that is opened. */
    public static final int MAX_DATA_SET_BYTES = 64 << 20;

    /** What an envelope may add, certificates of others included. */
    private static final int MAX_ENVELOPE_BYTES = MAX_DATA_SET_BYTES + (1 << 20);

    private static final int MIN_KEY_BITS = 2048;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private EncryptedAttributes() {}

    /**
     * Seals a data set for the holder of the certificate's private key.
     *
     * @return DER, padded with a zero byte where its length is odd (PS3.5 6.2, OB)
     * @throws SymbolonException {@code LIMIT_EXCEEDED} past {@link #MAX_DATA_SET_BYTES}; {@code CONFIGURATION} where the
     *     certificate is expired, not valid yet, or has no RSA key of at least 2,048 bits that may encipher keys
     */
    public static byte[] seal(byte[] dataSet, X509Certificate recipient) {
        if (dataSet.length > MAX_DATA_SET_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "Encrypted attributes hold at most " + MAX_DATA_SET_BYTES + " bytes");
        }
        requireUsable(recipient);
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(recipient).setProvider(PROVIDER));
            CMSEnvelopedData envelope = generator.generate(
                    new CMSProcessableByteArray(dataSet),
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                            .setProvider(PROVIDER)
                            .build());
            byte[] der = envelope.toASN1Structure().getEncoded("DER");
            return der.length % 2 == 0 ? der : Arrays.copyOf(der, der.length + 1);
        } catch (CMSException | CertificateException | IOException e) {
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
        boolean[] usage = recipient.getKeyUsage();
        if (!rsa || (usage != null && !usage[2])) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The recipient's certificate needs an RSA key of at least " + MIN_KEY_BITS
                            + " bits that may encipher keys");
        }
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
        KeyTransRecipientId wanted = new KeyTransRecipientId(
                org.bouncycastle.asn1.x500.X500Name.getInstance(
                        certificate.getIssuerX500Principal().getEncoded()),
                certificate.getSerialNumber());
        Collection<RecipientInformation> found = data.getRecipientInfos().getRecipients(wanted);
        if (found.isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.WRONG_KEY, "The attributes were encrypted for another certificate than the given one");
        }
        Recipient recipient = new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER);
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

    private static SymbolonException damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SymbolonException(ErrorCode.DAMAGED, "The encrypted content is no CMS envelope", cause);
    }
}
