package dev.trellis.students.roster;

/**
 * Why a line cannot be taken over, so that a registrar can put it right.
 *
 * @param line as a spreadsheet counts: the header is line 1
 * @param id the line's own id, empty when that is what is missing
 * @param field the column, empty when it is about the whole line
 */
public record LineProblem(long line, String id, String field, String reason) {}
