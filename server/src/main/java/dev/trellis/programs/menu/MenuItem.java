package dev.trellis.programs.menu;

/** A food in a meal. */
public record MenuItem(Meal meal, Food food) {}
