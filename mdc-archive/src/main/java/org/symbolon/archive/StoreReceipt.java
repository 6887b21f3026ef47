package org.symbolon.archive;

import org.symbolon.model.InstanceRecord;

/**
 * The acknowledgement of a commit.
 *
 * @param instance the row of exactly this content, be it new or found
 */
public record StoreReceipt(StoreOutcome outcome, InstanceRecord instance) {}
