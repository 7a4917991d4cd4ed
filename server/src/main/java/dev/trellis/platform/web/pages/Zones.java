package dev.trellis.platform.web.pages;

import dev.trellis.platform.PersonDays;
import java.time.ZoneId;
import java.util.List;

/** The time zones that people choose from. */
public final class Zones {
    /** Those named after a place, and UTC; in the order of the alphabet. */
    public static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.equals("UTC")
                    || name.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .filter(name -> PersonDays.zone(name).isPresent())
            .sorted()
            .toList();

    private Zones() {}
}
