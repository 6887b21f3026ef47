@org.jspecify.annotations.NullMarked
package org.symbolon.receiver.internal.cli;
