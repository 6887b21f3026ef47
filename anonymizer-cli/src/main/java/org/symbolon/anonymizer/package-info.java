/**
 * De-identification on the command line. {@link org.symbolon.anonymizer.AnonymizeCommand}, {@link
 * org.symbolon.anonymizer.PersonalizeCommand} and {@link org.symbolon.anonymizer.KeystoreCommand} are sub-commands of
 * {@code symbolon}; {@link org.symbolon.anonymizer.DicomAnonymizerMain} is the tool that the SCAPE report documents, with
 * its tag files.
 */
@NullMarked
package org.symbolon.anonymizer;

import org.jspecify.annotations.NullMarked;
