package dev.trellis.identity;

import dev.trellis.platform.KnownZone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a person decides about their account. */
public record PersonalSettings(
        @NotBlank @Size(max = 100) String displayName,

        @NotNull
        @Pattern(regexp = NewAccount.LANGUAGE, message = "is a language tag such as en or pt-BR")
        @Size(max = 35)
        String locale,

        @Nullable @Pattern(regexp = NewAccount.COUNTRY, message = "is a country code of two capital letters")
        String country,

        @NotNull @KnownZone String timeZone,
        @NotNull LocalTime dayStart) {}
