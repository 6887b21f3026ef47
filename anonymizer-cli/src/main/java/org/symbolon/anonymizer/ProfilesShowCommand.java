package org.symbolon.anonymizer;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon profiles show}: what a profile does, as a whole or to given attributes. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Says what a profile does, as a whole or to given attributes.")
public final class ProfilesShowCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "PROFILE", description = "A name from the list, or a file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description =
                    "(gggg,eeee) or a keyword; may be given several times. A private one with its creator behind a"
                            + " slash: (0029,1010)/\"SIEMENS CSA HEADER\".")
    private List<String> tags = List.of();

    @Option(
            names = "--sop-class",
            paramLabel = "UID",
            defaultValue = "",
            description = "UID or keyword of the class of object that conditions and types are decided for.")
    @SuppressWarnings("NullAway.Init")
    private String sopClass;

    @Option(names = "--modality", paramLabel = "M", defaultValue = "", description = "What conditions see.")
    @SuppressWarnings("NullAway.Init")
    private String modality;

    @Option(names = "--manufacturer", paramLabel = "M", defaultValue = "", description = "What conditions see.")
    @SuppressWarnings("NullAway.Init")
    private String manufacturer;

    @Option(names = "--source", paramLabel = "NAME", defaultValue = "", description = "What conditions see.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(
            names = "--inside",
            paramLabel = "SEQUENCE",
            description = "The attributes stand in the items of this sequence; default: at the top.")
    private String inside = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::show);
    }

    private int show() {
        Profile profile = Profiles.of(name);
        RuleSet rules = profile.rulesFor(facts());
        PrintWriter out = spec.commandLine().getOut();
        if (tags.isEmpty()) {
            whole(profile, rules, out);
        } else {
            int sequence = inside.isEmpty() ? 0 : tag(inside);
            tags.forEach(text -> attribute(text, sequence, rules, out));
        }
        out.flush();
        return 0;
    }

    private ObjectFacts facts() {
        String uid = Dictionary.standard().uid(sopClass).orElse(sopClass);
        Map<Integer, String> texts = Map.of(Tags.Modality, modality, Tags.Manufacturer, manufacturer);
        return new ObjectFacts() {
            @Override
            public String text(int topLevelTag) {
                return texts.getOrDefault(topLevelTag, "");
            }

            @Override
            public String sopClassUid() {
                return uid;
            }

            @Override
            public String source() {
                return source;
            }
        };
    }

    private static void whole(Profile profile, RuleSet rules, PrintWriter out) {
        Marks marks = profile.marks();
        line("profile", profile.name(), out);
        line("description", profile.description(), out);
        String options = profile.options().stream()
                .sorted()
                .map(option -> option.yamlName())
                .collect(Collectors.joining(", "));
        line("options", options, out);
        line("unlisted", word(profile.unlisted()), out);
        line("private", word(profile.privateAttributes()), out);
        line("pixels", word(profile.pixels()), out);
        line("(0012,0063)", marks.method(), out);
        marks.codes().forEach(code -> line("(0012,0064)", code.value() + " " + code.meaning(), out));
        line("(0028,0303)", marks.temporal(), out);
        for (Requirement requirement : rules.requirements()) {
            line(Tag.format(requirement.tag()), text(requirement.rule()) + ", also where it is missing", out);
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void attribute(String text, int sequence, RuleSet rules, PrintWriter out) {
        int slash = text.indexOf("/");
        int tag = tag(slash < 0 ? text : text.substring(0, slash));
        String creator = slash < 0 ? "" : text.substring(slash + 1);
        Dictionary dictionary = Dictionary.standard();
        Vr vr = dictionary.vr(tag, creator.isEmpty() ? null : creator);
        Rule rule = rules.rule(tag, creator, vr, sequence == 0 ? 0 : 1, sequence, vr == Vr.SQ);
        String keyword = dictionary.keyword(tag, creator.isEmpty() ? null : creator);
        line(Tag.format(tag), (keyword + " " + vr + ": " + text(rule) + "; " + rule.origin()).strip(), out);
    }

    private static String text(Rule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(rule.action().yamlName());
        if (!rule.argument().isEmpty()) {
            parts.add(rule.argument());
        }
        if (rule.otherwise() != rule.action()) {
            parts.add("or else " + rule.otherwise().yamlName());
        }
        return String.join(" ", parts);
    }

    private static int tag(String text) {
        try {
            return Tag.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "'" + text + "': " + e.getMessage(), e);
        }
    }

    private static void line(String name, String value, PrintWriter out) {
        if (!value.isEmpty()) {
            out.printf("%-12s %s%n", name, value);
        }
    }
}
