/** Transfer to the data centre: C-STORE (PS3.4 annex B) and Storage Commitment (PS3.4 annex J) over mutual TLS, again and again until confirmed. */
@NullMarked
package org.symbolon.agent.internal.sender;

import org.jspecify.annotations.NullMarked;
