package org.symbolon.agent;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.model.Configuration;

/**
 * Which pixel rules hold.
 *
 * @param rules file that stands in the place of the rules that come with Symbolon; null: these
 * @param siteRules file of the site's own rules beside them; it need not be there
 */
public record PixelSettings(@Nullable Path rules, Path siteRules) {
    static PixelSettings from(Configuration configuration, Path folder) {
        return new PixelSettings(
                configuration.text("pixel-rules").map(Path::of).orElse(null),
                folder.resolve(configuration.text("pixel-rules.site", "pixel-rules.yaml")));
    }

    /** Without those of the site. */
    public PixelRules loadRules() {
        return rules == null ? PixelRules.builtIn() : PixelRules.load(rules);
    }
}
