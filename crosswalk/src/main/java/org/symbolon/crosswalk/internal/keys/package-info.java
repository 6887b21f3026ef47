/**
 * Keys and what is computed with them: {@link org.symbolon.crosswalk.internal.keys.KeystoreFile} (PKCS#12, RFC 7292),
 * {@link org.symbolon.crosswalk.internal.keys.Hkdf} (RFC 5869), {@link org.symbolon.crosswalk.internal.keys.NumberCipher}
 * (NIST SP 800-38G FF1), {@link org.symbolon.crosswalk.internal.keys.Sealer} (AES-256-GCM, NIST SP 800-38D). No I/O but the
 * keystore's own file.
 */
@NullMarked
package org.symbolon.crosswalk.internal.keys;

import org.jspecify.annotations.NullMarked;
