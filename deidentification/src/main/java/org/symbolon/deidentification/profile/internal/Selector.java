package org.symbolon.deidentification.profile.internal;

import java.util.function.Function;
import org.symbolon.dicom.Vr;

/** Which attributes a rule is for. Of two rules for one attribute the one with the narrower selector counts, see the order. */
public sealed interface Selector {
    <T> T fold(
            Function<InSequence, T> inSequence,
            Function<OneTag, T> oneTag,
            Function<OfCreator, T> ofCreator,
            Function<Masked, T> masked,
            Function<OfVr, T> ofVr);

    /** An attribute as an item of one sequence has it; the narrowest. */
    record InSequence(int sequence, int tag) implements Selector {
        @Override
        public <T> T fold(
                Function<InSequence, T> onSequence,
                Function<OneTag, T> onTag,
                Function<OfCreator, T> onCreator,
                Function<Masked, T> onMask,
                Function<OfVr, T> onVr) {
            return onSequence.apply(this);
        }
    }

    /** One tag, a private one with whatever creator. */
    record OneTag(int tag) implements Selector {
        @Override
        public <T> T fold(
                Function<InSequence, T> onSequence,
                Function<OneTag, T> onTag,
                Function<OfCreator, T> onCreator,
                Function<Masked, T> onMask,
                Function<OfVr, T> onVr) {
            return onTag.apply(this);
        }
    }

    /**
     * A private attribute by its creator, whatever block it has.
     *
     * @param element the last two digits of the tag
     */
    record OfCreator(int group, int element, String creator) implements Selector {
        @Override
        public <T> T fold(
                Function<InSequence, T> onSequence,
                Function<OneTag, T> onTag,
                Function<OfCreator, T> onCreator,
                Function<Masked, T> onMask,
                Function<OfVr, T> onVr) {
            return onCreator.apply(this);
        }
    }

    /** Tags of which some digits count. */
    record Masked(int mask, int value) implements Selector {
        @Override
        public <T> T fold(
                Function<InSequence, T> onSequence,
                Function<OneTag, T> onTag,
                Function<OfCreator, T> onCreator,
                Function<Masked, T> onMask,
                Function<OfVr, T> onVr) {
            return onMask.apply(this);
        }
    }

    /** Every attribute of a value representation; the widest. */
    record OfVr(Vr vr) implements Selector {
        @Override
        public <T> T fold(
                Function<InSequence, T> onSequence,
                Function<OneTag, T> onTag,
                Function<OfCreator, T> onCreator,
                Function<Masked, T> onMask,
                Function<OfVr, T> onVr) {
            return onVr.apply(this);
        }
    }
}
