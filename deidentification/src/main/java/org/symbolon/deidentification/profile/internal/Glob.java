package org.symbolon.deidentification.profile.internal;

import java.util.regex.Pattern;

/** A text with {@code *} for any characters and {@code ?} for one; case does not count. */
record Glob(String text, Pattern pattern) {
    /** A pattern beyond could take long. */
    private static final int MAX_STARS = 4;

    static Glob of(String text) {
        if (text.chars().filter(c -> c == '*').count() > MAX_STARS) {
            throw new IllegalArgumentException("a pattern has at most " + MAX_STARS + " stars");
        }
        StringBuilder expression = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(Character.toString(c)));
            }
        });
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        return new Glob(text, Pattern.compile(expression.toString(), flags));
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob glob && glob.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
