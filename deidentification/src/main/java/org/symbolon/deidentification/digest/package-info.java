/**
 * Keyed digests of 128 bits for work from file to file, several times as fast as SHA-256: {@link
 * org.symbolon.deidentification.digest.DigestKey} makes {@link org.symbolon.deidentification.digest.KeyedDigest}s, {@link
 * org.symbolon.deidentification.digest.KeyedDigests} applies them to both sides of a splice. Construction and promise:
 * docs/format/keyed-digest.md and docs/adr/0011-keyed-digest.md.
 */
@NullMarked
package org.symbolon.deidentification.digest;

import org.jspecify.annotations.NullMarked;
