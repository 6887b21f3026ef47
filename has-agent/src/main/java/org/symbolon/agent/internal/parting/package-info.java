/**
 * From an original to its two durable halves: {@link org.symbolon.agent.internal.parting.Parting} de-identifies on several threads,
 * {@link org.symbolon.agent.internal.parting.Staging} makes batches durable, {@link
 * org.symbolon.agent.internal.parting.Quarantine} keeps the rest aside. {@link
 * org.symbolon.agent.internal.parting.RecordMemory} bounds how many textual records are in memory.
 */
@NullMarked
package org.symbolon.agent.internal.parting;

import org.jspecify.annotations.NullMarked;
