@NullMarked
package org.symbolon.recordreceiver;

import org.jspecify.annotations.NullMarked;
