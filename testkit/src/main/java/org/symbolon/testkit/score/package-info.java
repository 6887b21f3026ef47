/**
 * The exam of de-identification: a planted corpus with its answer key, and a scorer that follows the action types of the MIDI-B challenge (TCIA,
 * 2024). Read {@link org.symbolon.testkit.score.ScoreAction} first, then {@link org.symbolon.testkit.score.PlantedCorpus} and
 * {@link org.symbolon.testkit.score.Scorer}.
 */
@NullMarked
package org.symbolon.testkit.score;

import org.jspecify.annotations.NullMarked;
