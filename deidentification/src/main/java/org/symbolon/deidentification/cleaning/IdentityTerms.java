package org.symbolon.deidentification.cleaning;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.internal.TermTables;

/**
 * What one record or object says of people in its own fields: the names, numbers, addresses, contacts and organisations that its
 * free text is searched for. Immutable and thread-safe; {@link #toString} shows nothing of it.
 */
public final class IdentityTerms {
    private final TermTables tables;
    private final Optional<LocalDate> birthDay;
    private final String language;

    private IdentityTerms(TermTables tables, Optional<LocalDate> birthDay, String language) {
        this.tables = tables;
        this.birthDay = birthDay;
        this.language = language;
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * The same person's terms, and what one record adds to them: {@link Builder#addOwnNumber own numbers} that have a digit,
     * {@link Builder#addNumber other numbers}, {@link Builder#addRecordIdentifier identifiers of records}, days. Anything else is
     * an IllegalStateException. These terms stay as they are.
     */
    public Builder with() {
        return new Builder(this);
    }

    /**
     * Whether a value that should say nothing about anybody, such as a code, is a number of the patient's after all, or holds
     * two parts of his name.
     */
    public boolean areHiddenIn(String value) {
        return tables.areHiddenIn(value);
    }

    /** Whether a text that should be nothing but syntax holds a part of the patient's name, or a number of his, as a word. */
    public boolean stickOutOf(String syntax) {
        return tables.stickOutOf(syntax);
    }

    /** Whether a part of a name, or a number of the patient's, may begin with these two characters of ASCII; false only where none does. */
    public boolean mayBegin(char first, char second) {
        return tables.mayBegin(first, second);
    }

    /** Whether a number has a digit, so that it may come to terms that are built ({@link #with}). */
    public static boolean hasDigit(String number) {
        return TermTables.hasDigit(number);
    }

    /** The day that the patient was born, if the record says it. */
    public Optional<LocalDate> birthDay() {
        return birthDay;
    }

    /** Whether a date of the record names this day. */
    public boolean namesDay(LocalDate day) {
        return tables.namesDay(day);
    }

    /** Of the record, in small letters, as in BCP 47; empty if it says none. */
    String language() {
        return language;
    }

    TermTables tables() {
        return tables;
    }

    @Override
    public String toString() {
        return "identity terms";
    }

    /** Takes values as fields hold them. Empty ones, and those too short to be told from ordinary words, are ignored. */
    public static final class Builder {
        private final TermTables tables;
        private final boolean further;
        private @Nullable LocalDate birthDay;
        private String language = "";

        private Builder() {
            this.tables = new TermTables();
            this.further = false;
        }

        private Builder(IdentityTerms base) {
            this.tables = new TermTables(base.tables);
            this.further = true;
            this.birthDay = base.birthDay.orElse(null);
            this.language = base.language;
        }

        private void checkNew() {
            if (further) {
                throw new IllegalStateException("Only numbers and days come to terms that are built");
            }
        }

        /** A person's name or a part of one, in any order; DICOM's PN with {@code ^} and {@code =} too. */
        public Builder addName(String text, Whose whose) {
            checkNew();
            tables.addName(text, whose);
            return this;
        }

        /** An identifier of the patient, of his stay or of his examination. */
        public Builder addOwnNumber(String number) {
            if (further && !TermTables.hasDigit(number)) {
                checkNew();
            }
            tables.addOwnNumber(number);
            return this;
        }

        /** An identifier of somebody or something else. */
        public Builder addNumber(String number) {
            tables.addNumber(number);
            return this;
        }

        /** An identifier of a record or resource, or a reference to one, of which the part behind the last slash counts. */
        public Builder addRecordIdentifier(String identifier) {
            tables.addRecordIdentifier(identifier);
            return this;
        }

        /** An address or a part of one: street with number, town, postal code. */
        public Builder addAddress(String text) {
            checkNew();
            tables.addAddress(text);
            return this;
        }

        /** A telephone number, e-mail address or URL, with or without its scheme. */
        public Builder addContact(String text) {
            checkNew();
            tables.addContact(text);
            return this;
        }

        /** The name of a hospital, department, insurer, employer. */
        public Builder addOrganisation(String text) {
            checkNew();
            tables.addOrganisation(text);
            return this;
        }

        /** A day that a date of the record names: it tells what an ambiguous date in the text means. */
        public Builder addDay(LocalDate day) {
            tables.addDay(day);
            return this;
        }

        /** The day that the patient was born. */
        public Builder birthDay(LocalDate day) {
            birthDay = day;
            tables.addDay(day);
            return this;
        }

        /** Of the record, as in BCP 47: says whether the month may come first. Empty where it is unknown. */
        public Builder language(String tag) {
            language = tag.toLowerCase(Locale.ROOT);
            return this;
        }

        /** What was added so far; the builder is of no use after. */
        public IdentityTerms build() {
            if (!further) {
                tables.finish();
            }
            return new IdentityTerms(tables, Optional.ofNullable(birthDay), language);
        }
    }
}
