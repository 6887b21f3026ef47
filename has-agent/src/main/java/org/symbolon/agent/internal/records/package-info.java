/**
 * Textual records on their way to the data centre and back, over HTTPS: {@link
 * org.symbolon.agent.internal.records.RecordCentre} is the data centre's receiver, {@link
 * org.symbolon.agent.internal.records.RecordSender} empties the outbox into it.
 */
@NullMarked
package org.symbolon.agent.internal.records;

import org.jspecify.annotations.NullMarked;
