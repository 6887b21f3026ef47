package org.symbolon.testkit.internal.exam;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.score.ScoreAction;

/** A data set or item under construction that notes what must become of each value. Not thread-safe. */
final class ExamItem {
    private final DicomData data;
    private final String prefix;
    private final ExamLog log;
    private final Set<Integer> used = new HashSet<>();

    ExamItem(DicomData data, String prefix, ExamLog log) {
        this.data = data;
        this.prefix = prefix;
        this.log = log;
    }

    DicomData data() {
        return data;
    }

    ExamLog log() {
        return log;
    }

    /** A value that nobody asks for afterwards. */
    ExamItem plain(int tag, String... texts) {
        use(tag);
        if (Dictionary.standard().vr(tag).isText()) {
            data.text(tag, texts);
        } else {
            data.integers(tag, Arrays.stream(texts).mapToLong(Long::parseLong).toArray());
        }
        return this;
    }

    /** A text in which braces mark what must go; the rest must stay if the option is claimed. */
    ExamItem text(int tag, Keep keep, String template) {
        return text(tag, Dictionary.standard().vr(tag), keep, template);
    }

    ExamItem text(int tag, Vr vr, Keep keep, String template) {
        use(tag);
        Template parts = Template.of(template, '{', '}');
        if (vr == Vr.UN || !vr.isText()) {
            data.put(tag, vr, data.script().bytes(parts.text()));
        } else {
            data.text(tag, vr, parts.text());
        }
        parts.gone().forEach(gone -> log.check(place(tag), ScoreAction.TEXT_REMOVED, gone));
        if (!parts.rest().isEmpty()) {
            log.check(place(tag), ScoreAction.TEXT_RETAINED, parts.rest(), keep);
        }
        return this;
    }

    /** A text in which braces mark dates as people write them, none of which may stay; the rest must stay if the option is claimed. */
    ExamItem written(int tag, Keep keep, String template) {
        use(tag);
        Template parts = Template.of(template, '{', '}');
        data.text(tag, parts.text());
        parts.gone().forEach(date -> log.check(place(tag), ScoreAction.DATE_SHIFTED, date));
        log.check(place(tag), ScoreAction.TEXT_RETAINED, parts.rest(), keep);
        return this;
    }

    /** A text all of which must go. */
    ExamItem gone(int tag, String text) {
        return text(tag, Keep.NEVER, "{" + text + "}");
    }

    /** Notes that the attribute must have a value afterwards, since its type is 1. */
    ExamItem filled(int tag) {
        log.check(place(tag), ScoreAction.TEXT_NOT_NULL, "");
        return this;
    }

    /** A person's name, which must go; its title may stay. */
    ExamItem name(int tag, String personName) {
        use(tag);
        data.text(tag, personName);
        for (String group : personName.split("=", -1)) {
            String[] components = group.split("\\^", -1);
            log.check(place(tag), ScoreAction.TEXT_REMOVED, components[0]);
            if (components.length > 1 && components[1].length() > 1) {
                log.check(place(tag), ScoreAction.TEXT_REMOVED, components[1]);
            }
        }
        return this;
    }

    /** A text that must stay if the option is claimed. */
    ExamItem kept(int tag, Keep keep, String text) {
        use(tag);
        data.text(tag, text);
        log.check(place(tag), ScoreAction.TEXT_RETAINED, text, keep);
        return this;
    }

    /** A number that must stay if the option is claimed. */
    ExamItem keptNumber(int tag, Keep keep, double number) {
        use(tag);
        data.decimals(tag, number);
        log.check(place(tag), ScoreAction.TEXT_RETAINED, data.string(tag).strip(), keep);
        return this;
    }

    /** A binary value whose attribute must stay if the option is claimed. */
    ExamItem keptBytes(int tag, Vr vr, Keep keep, byte[] bytes) {
        use(tag);
        data.put(tag, vr, bytes);
        log.check(place(tag), ScoreAction.TAG_RETAINED, "", keep);
        return this;
    }

    /** Bytes among which a text stands that must go. */
    ExamItem goneBytes(int tag, Vr vr, String before, String gone, String after) {
        use(tag);
        String text = before + "\0" + gone + "\0" + after;
        data.put(tag, vr, text.getBytes(StandardCharsets.UTF_8));
        log.check(place(tag), ScoreAction.TEXT_REMOVED, gone);
        return this;
    }

    /** A date, which must not stay as it is. */
    ExamItem date(int tag, String date) {
        use(tag);
        data.text(tag, date);
        log.check(place(tag), ScoreAction.DATE_SHIFTED, date);
        return this;
    }

    /** A UID that must be replaced the same way everywhere. */
    ExamItem uid(int tag, String uid) {
        use(tag);
        data.text(tag, uid);
        log.check(place(tag), ScoreAction.UID_CHANGED, uid);
        log.check(place(tag), ScoreAction.UID_CONSISTENT, uid);
        return this;
    }

    /** Creates the items of a sequence. */
    @SafeVarargs
    final ExamItem sequence(int tag, Consumer<ExamItem>... items) {
        return sequence(tag, Dictionary.standard().vr(tag), items);
    }

    @SafeVarargs
    private ExamItem sequence(int tag, Vr vr, Consumer<ExamItem>... items) {
        if (vr != Vr.SQ && !Tag.isPrivate(tag)) {
            throw new IllegalArgumentException(Tag.format(tag) + " is no sequence");
        }
        use(tag);
        List<DicomData> made = new ArrayList<>();
        for (Consumer<ExamItem> item : items) {
            ExamItem inner = new ExamItem(data.item(), place(tag) + ".", log);
            item.accept(inner);
            made.add(inner.data);
        }
        data.sequence(tag, made);
        return this;
    }

    /** A coded entry (PS3.3 8.8). */
    static Consumer<ExamItem> code(String value, String scheme, String meaning) {
        return item -> item.plain(org.symbolon.dicom.Tags.CodeValue, value)
                .plain(org.symbolon.dicom.Tags.CodingSchemeDesignator, scheme)
                .plain(org.symbolon.dicom.Tags.CodeMeaning, meaning);
    }

    /** A second value would leave the first one's checks behind. */
    private void use(int tag) {
        if (!used.add(tag)) {
            throw new IllegalStateException(place(tag) + " is planted twice");
        }
    }

    String place(int tag) {
        return prefix + Tag.format(tag);
    }
}
