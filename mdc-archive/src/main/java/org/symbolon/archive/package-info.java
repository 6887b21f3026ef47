/**
 * The data centre's archive: DICOM objects as Part 10 files in HDFS at {@code /organisation/series/sop}, an index of them in
 * HBase, and the cluster both need, embedded in this process or reached by configuration. Read
 * {@link org.symbolon.archive.StorageCluster}, then {@link org.symbolon.archive.ObjectArchive}; what lies in files and rows
 * is specified in {@code docs/format/archive.md}. Nothing here knows of DIMSE or of the hospital's side.
 */
@NullMarked
package org.symbolon.archive;

import org.jspecify.annotations.NullMarked;
