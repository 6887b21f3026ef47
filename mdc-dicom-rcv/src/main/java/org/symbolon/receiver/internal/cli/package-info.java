/**
 * The command lines of {@code bin/dcmsnd} and {@code bin/dcmrcv}, option for option those of the SCAPE report. Read
 * {@link org.symbolon.receiver.internal.cli.SendArguments} and {@link org.symbolon.receiver.internal.cli.ReceiveArguments}
 * first, then what they run.
 */
@NullMarked
package org.symbolon.receiver.internal.cli;

import org.jspecify.annotations.NullMarked;
