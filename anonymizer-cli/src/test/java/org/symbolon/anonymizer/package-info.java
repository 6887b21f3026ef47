@NullMarked
package org.symbolon.anonymizer;

import org.jspecify.annotations.NullMarked;
