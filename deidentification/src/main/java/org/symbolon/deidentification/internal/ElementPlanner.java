package org.symbolon.deidentification.internal;

import java.io.IOException;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.internal.PlanState.TokenHandler;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** Plans what happens to single elements, and to the sequences that hide in some. Owned by one {@link EditPlanner}. */
final class ElementPlanner {
    private static final byte[] NO_VALUE = {};
    private static final int MIN_HIDDEN_BYTES = 8;

    private final PlanState state;
    private final TokenHandler handler;

    ElementPlanner(PlanState state, TokenHandler handler) {
        this.state = state;
        this.handler = handler;
    }

    /** The cursor stands on an element that is neither a sequence nor encapsulated. */
    void element() throws IOException {
        int tag = state.at.tag();
        state.noteCharacterSet();
        state.noteIdentity();
        Frame place = state.place(tag);
        if (mayHide(tag)) {
            Rule asSequence = state.rule(true);
            if (EditPlanner.staysWithItems(asSequence) && hidden(tag, asSequence)) {
                return;
            }
        }
        Rule rule = state.rule(false);
        if (state.depth() == 0 && ElementRules.isObjectUid(tag)) {
            state.plan.noteUid(tag, rule);
        }
        switch (rule.action()) {
            case KEEP -> keep(tag, rule, place);
            case REMOVE -> remove(tag, rule, place);
            case QUARANTINE -> quarantine(tag, rule);
            case REQUIRE -> require(tag, rule, place);
            default -> replace(tag, rule, place);
        }
    }

    private void keep(int tag, Rule rule, Frame place) throws IOException {
        if (Tag.isPrivateCreator(tag) && creatorsFollowTheirBlocks()) {
            remove(tag, rule.with(Action.REMOVE), place);
            return;
        }
        state.useBlock(tag);
        if (Tag.isGroupLength(tag)) {
            state.openGroup();
        } else if (tag == Tags.PixelData && state.depth() == 0) {
            state.plan.keepPixels(place, state.request.pixels());
        } else if (state.request.purpose() == Purpose.DIRECTORY && DirectoryLinks.isLink(tag, state.at.length())) {
            state.plan.links().add(state.at.valueOffset(), state.at.bigEndian(), state.at.value());
        } else if (rule.argument().equals(Replacements.SEARCH) && state.at.length() > 0) {
            if (!state.at.fitsInMemory()) {
                throw Risk.of(tag, rule, "kept, but too long to be searched for what goes elsewhere");
            }
            state.change(place, rule, Replacements.searched(state.element(state.at.value())));
        }
    }

    /** The creator of private elements goes unless something of its block stays, which only what comes behind it tells. */
    private void remove(int tag, Rule rule, Frame place) throws IOException {
        state.noteRemoved();
        Frame item = state.frame;
        boolean creator = Tag.isPrivateCreator(tag) && creatorsFollowTheirBlocks();
        state.change(place, rule, creator ? substitutes -> item.usesBlock(tag) ? null : NO_VALUE : Replacement.NOTHING);
    }

    private boolean creatorsFollowTheirBlocks() {
        PrivatePolicy policy = state.request.profile().privateAttributes();
        return policy == PrivatePolicy.REMOVE || policy == PrivatePolicy.SAFE;
    }

    private void quarantine(int tag, Rule rule) {
        if (state.at.length() > 0) {
            throw Risk.of(tag, rule, "present: a person is to look at it");
        }
    }

    private void require(int tag, Rule rule, Frame place) throws IOException {
        if (state.at.length() == 0 || (state.at.fitsInMemory() && Ascii.isBlank(state.at.value()))) {
            throw Risk.of(tag, rule, "empty, but required");
        }
        keep(tag, rule, place);
    }

    private void replace(int tag, Rule rule, Frame place) throws IOException {
        state.useBlock(tag);
        boolean filled =
                rule.action() == Action.SET || (rule.action() == Action.PATIENT_PSEUDONYM && state.depth() == 0);
        if (state.at.length() == 0 && !filled) {
            return;
        }
        if (rule.action() != Action.CLEAN_TEXT && rule.action() != Action.KEEP_TIME) {
            state.noteRemoved();
        }
        byte[] value = Replacements.needsValue(rule, state.at.vr(), tag) ? state.at.value() : NO_VALUE;
        state.change(place, rule, Replacements.of(rule, state.element(value), state.plan.identity()));
    }

    /** Whether a value may be a sequence that its writer did not know for one. */
    private boolean mayHide(int tag) {
        boolean sequence = state.at.vr() == Vr.UN
                || (!Tag.isPrivate(tag) && Dictionary.standard().vr(tag) == Vr.SQ);
        return sequence && state.at.length() >= MIN_HIDDEN_BYTES && state.at.fitsInMemory();
    }

    private boolean hidden(int tag, Rule rule) throws IOException {
        byte[] value = state.at.value();
        Cursor inside = HiddenSequence.mayBe(value) ? HiddenSequence.open(tag, value, state.at.valueOffset()) : null;
        if (inside == null) {
            return false;
        }
        if (rule.action() == Action.QUARANTINE) {
            throw Risk.of(tag, rule, "present: a person is to look at it");
        }
        if (state.depth() >= ReaderOptions.defaults().maxDepth()) {
            throw new DicomFormatException(
                    DicomProblem.LIMIT_EXCEEDED,
                    "Sequences nested deeper than the limit allows",
                    tag,
                    state.at.headerOffset());
        }
        state.useBlock(tag);
        state.within(inside, handler);
        return true;
    }
}
