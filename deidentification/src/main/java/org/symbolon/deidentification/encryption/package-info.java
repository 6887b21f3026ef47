/**
 * Encrypted attributes (PS3.15 E.1.1 and E.1.2, PS3.3 C.12.1.1.4): the originals of what was removed, inside the object itself,
 * for whoever holds the private key of a certificate. Off unless a hospital asks for it.
 */
@NullMarked
package org.symbolon.deidentification.encryption;

import org.jspecify.annotations.NullMarked;
