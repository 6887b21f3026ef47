/**
 * HTTP over Netty. {@code HttpListener} opens the port, {@code Connection} is one client's state, {@code RequestHead} judges a
 * request before its body is read, {@code ByteBudget} bounds the memory of all bodies together, {@code Operations} is what is
 * done with a whole body.
 */
@NullMarked
package org.symbolon.recordreceiver.internal;

import org.jspecify.annotations.NullMarked;
