package dev.trellis.testing;

/**
 * A person of a test who uses both the API and the pages.
 *
 * @param api the API, logged in as them
 */
public record WebPerson(String name, String email, Api api) {}
