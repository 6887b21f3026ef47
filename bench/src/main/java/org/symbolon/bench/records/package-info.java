/** How fast textual records are de-identified from memory: {@link org.symbolon.bench.records.RecordRate}. */
@NullMarked
package org.symbolon.bench.records;

import org.jspecify.annotations.NullMarked;
