/** Commands that talk to peers: echo, store, find, get, move, receive. */
@NullMarked
package org.symbolon.dicomtools.network;

import org.jspecify.annotations.NullMarked;
