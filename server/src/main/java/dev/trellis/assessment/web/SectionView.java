package dev.trellis.assessment.web;

import dev.trellis.assessment.Consultation;
import dev.trellis.assessment.ConsultationSection;
import dev.trellis.platform.web.pages.Form;
import java.util.List;
import java.util.UUID;

/**
 * A section of a consultation as a page.
 *
 * @param number of this section, from 1
 * @param back   the page before this one
 */
public record SectionView(
        UUID id,
        ConsultationSection key,
        String title,
        String help,
        int number,
        String back,
        List<Consultation.Section> sections,
        AskedForm asked) {

    static SectionView of(Consultation consultation, ConsultationSection key) {
        var section = consultation.section(key).orElseThrow();
        var index = consultation.sections().indexOf(section);
        var back = index == 0
                ? ConsultationPages.ROOT
                : ConsultationPages.address(
                        consultation.id(),
                        consultation.sections().get(index - 1).section());
        return new SectionView(
                consultation.id(),
                key,
                section.title(),
                section.help(),
                index + 1,
                back,
                consultation.sections(),
                AskedForm.of(section.fields(), section.done()));
    }

    /** Where the form goes. */
    public String action() {
        return ConsultationPages.address(id, key);
    }

    SectionView with(Form typed) {
        return new SectionView(id, key, title, help, number, back, sections, asked.with(typed));
    }
}
