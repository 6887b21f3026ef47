/**
 * What is to happen to the attributes of an object: profiles (PS3.15 annex E and our own, docs/reference/profiles.md). Read
 * {@link org.symbolon.deidentification.profile.Profiles} first, where they come from; then {@link
 * org.symbolon.deidentification.profile.Profile} and the {@link org.symbolon.deidentification.profile.RuleSet} that it has
 * for one object, whose {@link org.symbolon.deidentification.profile.Rule rules} the engine carries out.
 */
@NullMarked
package org.symbolon.deidentification.profile;

import org.jspecify.annotations.NullMarked;
