/** {@code hl7snd} and {@code hl7rcv}: their command lines, the sender, and the receiver that writes files. */
@NullMarked
package org.symbolon.recordreceiver.internal.cli;

import org.jspecify.annotations.NullMarked;
