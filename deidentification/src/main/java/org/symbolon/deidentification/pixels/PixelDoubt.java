package org.symbolon.deidentification.pixels;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** How an object is refused for its pixels: {@code IDENTITY_AT_RISK} with the name of the rule, which the message keeps. */
public final class PixelDoubt {
    private static final Pattern RULE = Pattern.compile("Pixel rule \"([ -~]{1,64})\"[ :].*", Pattern.DOTALL);

    private PixelDoubt() {}

    /** Nothing says where text may be. */
    public static SymbolonException of(String rule) {
        return new SymbolonException(
                ErrorCode.IDENTITY_AT_RISK, "Pixel rule \"" + rule + "\": the pixels may show who it is");
    }

    /** It is known where text may be, but it cannot be blanked. */
    static SymbolonException of(String rule, String why, @Nullable Throwable cause) {
        return new SymbolonException(
                ErrorCode.IDENTITY_AT_RISK, "Pixel rule \"" + rule + "\" wants pixels blanked, " + why, cause);
    }

    /** The rule that a refusal names; empty if it was not for the pixels. */
    public static Optional<String> ruleOf(ErrorCode code, String message) {
        Matcher matcher = RULE.matcher(message);
        return code == ErrorCode.IDENTITY_AT_RISK && matcher.matches()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
