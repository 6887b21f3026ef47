/**
 * How the receiver works. Read {@link org.symbolon.receiver.internal.ReceiverAssociation} first: it is what one association may
 * do; storage, retrieval and commitment each stand in a class of their own.
 */
@NullMarked
package org.symbolon.receiver.internal;

import org.jspecify.annotations.NullMarked;
