/**
 * HL7 v2 messages over MLLP (HL7 Minimal Lower Layer Protocol, release 1). {@link org.symbolon.agent.internal.mllp.MllpServer}
 * accepts, {@link org.symbolon.agent.internal.mllp.MllpConnection} takes the frames of one peer apart, {@link
 * org.symbolon.agent.internal.mllp.MessageIntake} makes a message durable, {@link
 * org.symbolon.agent.internal.mllp.Acknowledgement} is the answer.
 */
@NullMarked
package org.symbolon.agent.internal.mllp;

import org.jspecify.annotations.NullMarked;
