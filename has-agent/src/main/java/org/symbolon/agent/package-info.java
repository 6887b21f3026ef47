/**
 * The hospital's agent: takes in DICOM objects from folders and by C-STORE, parts them into identity and medicine, keeps the
 * first in the crosswalk and sends the second to the data centre until that has confirmed it, and brings them home again.
 * Read {@link org.symbolon.agent.AgentOperations} for what it does, {@link org.symbolon.agent.Agent} for the process that
 * does it, {@link org.symbolon.agent.AgentClient} for talking to one, {@link org.symbolon.agent.AgentCommand} for the command
 * line. The durable states are described in {@code docs/format/outbox.md}.
 */
@NullMarked
package org.symbolon.agent;

import org.jspecify.annotations.NullMarked;
