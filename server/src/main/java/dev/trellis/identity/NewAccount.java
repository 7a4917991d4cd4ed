package dev.trellis.identity;

import dev.trellis.platform.KnownZone;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves to get an account.
 *
 * @param locale a BCP 47 language tag; English when absent
 * @param country an ISO 3166 code of two letters, for help lines and measures
 * @param inviteCode needed where registration is by invite; where it is open, it may still carry roles
 */
public record NewAccount(
        @NotBlank @Email @Size(max = 254) String email,

        @NotNull @Size(min = 10, max = 200, message = "has 10 to 200 characters; a few words you remember work well")
        String password,

        @NotBlank @Size(max = 100) String displayName,
        @NotNull @KnownZone String timeZone,

        @Nullable @Pattern(regexp = LANGUAGE, message = "is a language tag such as en or pt-BR") @Size(max = 35)
        String locale,

        @Nullable @Pattern(regexp = COUNTRY, message = "is a country code of two capital letters")
        String country,

        @Nullable @Size(max = 50) String inviteCode) {
    static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
    static final String COUNTRY = "[A-Z]{2}";

    /** Never the secrets: records end up in logs. */
    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
