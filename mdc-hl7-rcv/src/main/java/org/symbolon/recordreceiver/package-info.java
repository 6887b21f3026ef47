/**
 * The data centre's receiver of textual records: HTTPS with client certificates (RFC 9110, RFC 9112, HTTP/1.1 only). Start with
 * {@link org.symbolon.recordreceiver.RecordReceiverService}; what it does with a record is in {@code
 * internal.ArchiveOperations}, how it holds out against slow, huge and hostile clients in {@code internal.Connection}. The
 * command-line tools {@code hl7snd} and {@code hl7rcv} live here too.
 */
@NullMarked
package org.symbolon.recordreceiver;

import org.jspecify.annotations.NullMarked;
