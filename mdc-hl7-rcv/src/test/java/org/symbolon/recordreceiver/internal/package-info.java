@NullMarked
package org.symbolon.recordreceiver.internal;

import org.jspecify.annotations.NullMarked;
