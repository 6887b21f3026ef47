@NullMarked
package org.symbolon.anonymizer.audit;

import org.jspecify.annotations.NullMarked;
