@NullMarked
package org.symbolon.recordreceiver.internal.cli;

import org.jspecify.annotations.NullMarked;
