package dev.trellis.safety;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Crisis lines and emergency numbers by country, which the operator verifies before launch and every six months
 * (domain 13.4). The country comes from the profile, never from a network address.
 */
public final class CrisisContacts {
    private final Map<String, CrisisContact> byCountry;

    private CrisisContacts(Map<String, CrisisContact> byCountry) {
        this.byCountry = byCountry;
    }

    /**
     * The numbers of one country.
     *
     * @param country ISO 3166 code of two letters
     * @param line the crisis line; empty where none is known
     * @param emergency the emergency number
     * @param verifiedOn the day the operator last called or checked them; empty for never
     */
    public record CrisisContact(String country, String line, String emergency, String verifiedOn) {}

    /** The contacts that come with the server: a starting point, none of them verified. */
    public static CrisisContacts builtIn() {
        return read(new StringReader(String.join("\n", Lexicon.lines("crisis_contacts.csv"))));
    }

    /** The operator's own contacts, in the form of {@code crisis_contacts.csv}. */
    public static CrisisContacts read(Reader csv) {
        var form = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .setTrim(true)
                .get();
        try (var rows = form.parse(csv)) {
            return new CrisisContacts(rows.stream()
                    .map(CrisisContacts::contact)
                    .collect(Collectors.toUnmodifiableMap(CrisisContact::country, contact -> contact)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contact of a country, or null when the country or its contact is not known. */
    public @Nullable CrisisContact of(@Nullable String country) {
        return country == null ? null : byCountry.get(country.toUpperCase(Locale.ROOT));
    }

    /** The countries nobody has verified yet, for the operator's list before launch. */
    public List<String> unverifiedCountries() {
        return byCountry.values().stream()
                .filter(contact -> contact.verifiedOn().isEmpty())
                .map(CrisisContact::country)
                .sorted()
                .toList();
    }

    private static CrisisContact contact(CSVRecord row) {
        return new CrisisContact(row.get("country"), row.get("line"), row.get("emergency"), row.get("verified_on"));
    }
}
