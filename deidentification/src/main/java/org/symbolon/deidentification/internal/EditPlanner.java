package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tags;

/**
 * Walks a data set once and notes what a profile changes in it, at every depth. Values are looked at only where a rule
 * needs them, or where they may say who it is; pixel data is skipped. Used once, by one thread.
 */
public final class EditPlanner {
    private static final byte[] NO_VALUE = {};

    private final PlanState state;
    private final ElementPlanner elements;

    private EditPlanner(DataSetReader reader, PlanRequest request) {
        this.state = new PlanState(new Cursor(reader, 0), request);
        this.elements = new ElementPlanner(state, this::token);
    }

    /** Reads the data set to its end. */
    public static Plan plan(DataSetReader reader, PlanRequest request) throws IOException {
        EditPlanner planner = new EditPlanner(reader, request);
        Cursor at = planner.state.at;
        for (Token token = at.next(); token != null; token = at.next()) {
            planner.token(token);
        }
        planner.state.insertRest();
        return planner.state.plan;
    }

    private void token(Token token) throws IOException {
        switch (token) {
            case ELEMENT -> elements.element();
            case SEQUENCE_START -> sequence();
            case FRAGMENTS_START -> fragments();
            case ITEM_START -> item();
            case ITEM_END -> state.leave();
            case SEQUENCE_END -> state.leaveSequence();
            case FRAGMENT, FRAGMENTS_END -> {}
        }
    }

    private void sequence() throws IOException {
        int tag = state.at.tag();
        Frame place = state.place(tag);
        Rule rule = state.rule(true);
        if (rule.action() == Action.QUARANTINE && state.at.length() != 0) {
            throw Risk.of(tag, rule, "present: a person is to look at it");
        }
        if (staysWithItems(rule)) {
            state.useBlock(tag);
            state.enterSequence(tag, place);
            return;
        }
        byte[] instead = NO_VALUE;
        if (rule.action() == Action.EMPTY) {
            state.useBlock(tag);
            instead = state.at.encoder().sequence(tag, Set.of());
        }
        removeContent(tag, place, rule, instead);
    }

    /** Whether the items of a sequence are judged one by one. */
    static boolean staysWithItems(Rule rule) {
        return switch (rule.action()) {
            case KEEP, PROCESS, DUMMY, CLEAN_TEXT, REPLACE_UID, HOSPITAL_UID, REQUIRE, QUARANTINE -> true;
            default -> false;
        };
    }

    private void fragments() throws IOException {
        int tag = state.at.tag();
        Frame place = state.place(tag);
        Rule rule = state.rule(false);
        if (rule.action() == Action.QUARANTINE) {
            throw Risk.of(tag, rule, "present: a person is to look at it");
        }
        if (rule.action() == Action.KEEP || rule.action() == Action.REQUIRE) {
            state.useBlock(tag);
            if (tag == Tags.PixelData && state.depth() == 0) {
                state.plan.keepPixels(place, state.request.pixels());
            }
            return;
        }
        removeContent(tag, place, rule, NO_VALUE);
    }

    private void removeContent(int tag, Frame place, Rule rule, byte[] instead) throws IOException {
        long start = state.at.headerOffset();
        EditContent content = state.at.content();
        int topTag = state.topTag();
        state.skipContainer(tag);
        long length = state.at.endOffset() - start;
        state.plan.add(new Change(place, start, length, content, topTag, rule, substitutes -> instead));
    }

    private void item() throws IOException {
        Rule content = contentRule();
        if (content != null && content.action() == Action.REMOVE) {
            if (!state.request.facts().hasReferencesByPosition()) {
                long start = state.at.headerOffset();
                EditContent bytes = state.at.content();
                Frame sequence = state.frame;
                state.skip();
                state.plan.add(new Change(
                        sequence,
                        start,
                        state.at.endOffset() - start,
                        bytes,
                        state.topTag(),
                        content,
                        Replacement.NOTHING));
                return;
            }
            // Others refer to their targets by counting items: none may go, so it says nothing instead.
            content = content.with(Action.DUMMY);
        }
        state.enter(state.frame);
        state.frame.contentRule = content;
    }

    /** The rule for a content item by what it is about (PS3.15 table E.3.4-1); null if it is none. */
    private @Nullable Rule contentRule() {
        if (state.parentTag() != Tags.ContentSequence) {
            return null;
        }
        ContentItems.Concept concept = state.request.facts().concept(state.at.headerOffset());
        return concept == null
                ? null
                : state.request.rules().contentItem(concept.code(), concept.scheme(), concept.valueType());
    }
}
