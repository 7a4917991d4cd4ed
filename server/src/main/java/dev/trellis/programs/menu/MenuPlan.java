package dev.trellis.programs.menu;

import java.util.List;

/** Menus of consecutive days, and what they could not keep to. */
public record MenuPlan(List<DayMenu> days, List<MenuNote> notes) {
    public MenuPlan {
        days = List.copyOf(days);
        notes = List.copyOf(notes);
    }
}
