/**
 * The crosswalk's SQLite file: who opens it ({@link org.symbolon.crosswalk.internal.store.CrosswalkFolder},
 * {@link org.symbolon.crosswalk.internal.store.Schema}), how threads share it
 * ({@link org.symbolon.crosswalk.internal.store.GroupCommitter} writes,
 * {@link org.symbolon.crosswalk.internal.store.ReaderPool} reads), and what stands in it
 * ({@link org.symbolon.crosswalk.internal.store.PatientStore}, {@link org.symbolon.crosswalk.internal.store.HalfStore}). The
 * format is described in {@code docs/format/crosswalk.md}.
 */
@NullMarked
package org.symbolon.crosswalk.internal.store;

import org.jspecify.annotations.NullMarked;
