package dev.trellis.interventions.recommendation;

import static dev.trellis.interventions.recommendation.ContraindicationTag.Action.CLINICIAN_FIRST;
import static dev.trellis.interventions.recommendation.ContraindicationTag.Action.HARD_EXCLUDE;
import static dev.trellis.interventions.recommendation.ContraindicationTag.Action.NOTE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that may speak against an item, what follows when it applies, and how to ask about it (domain 08.3, 09).
 * A tag outside this list is refused when a catalogue is read, so that none can pass unclassified.
 */
public enum ContraindicationTag {
    ED_FLAG(HARD_EXCLUDE, "Have you ever had an eating disorder, or does food or weight worry you a lot right now?"),
    MINOR(HARD_EXCLUDE, "Are you under 18?"),
    BMI_UNDER_18_5(HARD_EXCLUDE, "Is your weight low for your height (a BMI under 18.5)?"),
    PREGNANCY(HARD_EXCLUDE, "Are you pregnant, or might you be?"),
    SUICIDALITY(HARD_EXCLUDE, "Are you having thoughts of ending your life or of hurting yourself?"),
    PSYCHOSIS(HARD_EXCLUDE, "Do you hear or see things others do not, or feel that people are plotting against you?"),
    MANIA(HARD_EXCLUDE, "Are you in a time of unusually high energy, little need for sleep and racing ideas?"),
    SEVERE_DEPRESSION(HARD_EXCLUDE, "Is your mood so low that getting through the day is hardly possible?"),
    CV_SYMPTOMS(HARD_EXCLUDE, "Do you get chest pain, fainting or unexplained breathlessness?"),

    BIPOLAR(CLINICIAN_FIRST, "Have you been told that you have bipolar disorder?"),
    SEIZURE(CLINICIAN_FIRST, "Do you have a seizure disorder?"),
    EPILEPSY(CLINICIAN_FIRST, "Do you have epilepsy?"),
    PTSD(CLINICIAN_FIRST, "Do you live with post-traumatic stress?"),
    RECENT_TRAUMA(CLINICIAN_FIRST, "Did something deeply shocking happen to you in the last two months?"),
    OCD(CLINICIAN_FIRST, "Have you been told that you have obsessive-compulsive disorder?"),
    SOCIAL_ANXIETY_SEVERE(CLINICIAN_FIRST, "Is being among people so frightening that you mostly avoid it?"),
    ABUSIVE_RELATIONSHIP(CLINICIAN_FIRST, "Is there somebody close to you who hurts, threatens or controls you?"),
    PARASOMNIA(CLINICIAN_FIRST, "Do you walk, shout or act out dreams in your sleep?"),
    SAFETY_CRITICAL_JOB(
            CLINICIAN_FIRST, "Do you drive or run machines for work, where being drowsy would be dangerous?"),
    FALL_RISK(CLINICIAN_FIRST, "Are you at risk of falling, for example at night?"),
    FALL_RECENT(CLINICIAN_FIRST, "Have you fallen twice or more in the last year?"),
    SEVERE_VERTIGO(CLINICIAN_FIRST, "Do you have strong dizziness or spinning spells?"),
    HYPOTENSION(CLINICIAN_FIRST, "Do you have low blood pressure?"),
    UNCONTROLLED_BP(CLINICIAN_FIRST, "Do you have high blood pressure that is not under control?"),
    HEART_DISEASE(CLINICIAN_FIRST, "Do you have a heart condition?"),
    COPD(CLINICIAN_FIRST, "Do you have a severe lung disease such as COPD?"),
    PANIC_BREATH(CLINICIAN_FIRST, "Does paying attention to your breath set off panic?"),
    PHOTOSENSITIVITY(CLINICIAN_FIRST, "Do you take a medicine that makes your skin or eyes sensitive to light?"),
    EYE_DISEASE(CLINICIAN_FIRST, "Do you have a disease of the retina?"),
    GLAUCOMA(CLINICIAN_FIRST, "Do you have glaucoma?"),
    ACUTE_INJURY(CLINICIAN_FIRST, "Do you have an injury that has not healed yet?"),
    RECENT_SURGERY(CLINICIAN_FIRST, "Have you had surgery in the last few months?"),
    RECENT_GI_SURGERY(CLINICIAN_FIRST, "Have you had bowel or stomach surgery lately?"),
    BMI_OVER_35(CLINICIAN_FIRST, "Is your BMI over 35?"),
    PREGNANCY_NEW_RUNNER(CLINICIAN_FIRST, "Are you pregnant and new to running?"),
    PREGNANCY_SUPINE(CLINICIAN_FIRST, "Are you past the middle of a pregnancy?"),
    ALLERGY_SEVERE(CLINICIAN_FIRST, "Do you have a severe allergy, for example to pollen?"),
    ALLERGY_NUTS_FISH(CLINICIAN_FIRST, "Are you allergic to nuts or fish?"),
    ANTICOAGULANT(CLINICIAN_FIRST, "Do you take a blood thinner such as warfarin?"),
    POTASSIUM_MEDS(CLINICIAN_FIRST, "Do you take a medicine that raises potassium?"),
    KIDNEY_DISEASE(CLINICIAN_FIRST, "Do you have kidney disease?"),
    DIABETES_INSULIN(CLINICIAN_FIRST, "Do you use insulin, or tablets that can cause low blood sugar?"),
    HYPONATRAEMIA(CLINICIAN_FIRST, "Have you been told that your blood sodium is low?"),
    ENDURANCE_HEAT(CLINICIAN_FIRST, "Do you train or work for hours in the heat?"),
    IBD_FLARE(CLINICIAN_FIRST, "Do you have an inflammatory bowel disease that is active now?"),
    BOWEL_STRICTURE(CLINICIAN_FIRST, "Do you have a narrowing of the bowel?"),
    ALCOHOL_DEPENDENCE(CLINICIAN_FIRST, "Do you shake or sweat without alcohol, or drink in the morning?"),
    HEADACHE_WITHDRAWAL(CLINICIAN_FIRST, "Do you take more than 400 mg of caffeine a day, about four cups of coffee?"),
    SEVERE_PMDD(
            CLINICIAN_FIRST, "Do the days before your period bring severe low mood that stops you from functioning?"),
    ENDOMETRIOSIS_UNCONTROLLED(CLINICIAN_FIRST, "Do you have endometriosis that is not under control?"),
    ABNORMAL_BLEEDING(CLINICIAN_FIRST, "Do you bleed between periods, or is your pain new or getting worse?"),
    SKIN_SENSATION_LOSS(CLINICIAN_FIRST, "Is there skin on your belly or back where you feel heat badly?"),
    HAEMOCHROMATOSIS(CLINICIAN_FIRST, "Have you been told that your body stores too much iron?"),

    CARER_ON_CALL(NOTE, "Must people be able to reach you at any hour, as a carer or on call?"),
    CARER_BURDEN(NOTE, "Does caring for somebody already take more than you have to give?"),
    SHIFT_WORK(NOTE, "Do you work changing shifts?"),
    WORK_REQUIREMENT(NOTE, "Do you need social media for your work?"),
    COLOUR_NEED(NOTE, "Do you rely on colours on your screen, for example for alerts?"),
    PRIVACY(NOTE, "Might somebody see your notes who should not know about your cycle?");

    /** What follows when a tag applies to a person. */
    public enum Action {
        /** Never shown. */
        HARD_EXCLUDE,
        /** Shown below the first place, with the advice to talk to a clinician before starting. */
        CLINICIAN_FIRST,
        /** Shown with a note on how it fits their life. */
        NOTE
    }

    private static final Map<String, ContraindicationTag> BY_CODE = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ContraindicationTag::code, Function.identity()));

    private final Action action;
    private final String question;

    ContraindicationTag(Action action, String question) {
        this.action = action;
        this.question = question;
    }

    /** What follows when it applies. */
    public Action action() {
        return action;
    }

    /** The one question to ask before starting an item with this tag, answered by yes or no. */
    public String question() {
        return question;
    }

    /** The name used in catalogue files and databases. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tag of a code; refuses codes nobody has classified. */
    public static ContraindicationTag of(String code) {
        var tag = BY_CODE.get(code);
        if (tag == null) {
            throw new IllegalArgumentException("unclassified contraindication tag: " + code);
        }
        return tag;
    }

    /**
     * The tags with those that follow from them: who is pregnant must not be missed by the narrower pregnancy tags. A
     * denial takes back what only follows, except where it would exclude.
     */
    static Set<ContraindicationTag> withImplied(Set<ContraindicationTag> tags, Set<ContraindicationTag> denied) {
        var all = EnumSet.noneOf(ContraindicationTag.class);
        for (var tag : tags) {
            all.addAll(
                    switch (tag) {
                        case PREGNANCY -> Set.of(PREGNANCY_NEW_RUNNER, PREGNANCY_SUPINE);
                        case PREGNANCY_NEW_RUNNER, PREGNANCY_SUPINE -> Set.of(PREGNANCY);
                        case SEIZURE -> Set.of(EPILEPSY);
                        case EPILEPSY -> Set.of(SEIZURE);
                        case MANIA -> Set.of(BIPOLAR);
                        case FALL_RECENT -> Set.of(FALL_RISK);
                        default -> Set.<ContraindicationTag>of();
                    });
        }
        all.removeIf(tag -> tag.action != HARD_EXCLUDE && denied.contains(tag));
        all.addAll(tags);
        return Set.copyOf(all);
    }

    /** The denied tags with the narrower ones that fall with them. */
    static Set<ContraindicationTag> withImpliedDenials(
            Set<ContraindicationTag> denied, Set<ContraindicationTag> present) {
        var all = EnumSet.noneOf(ContraindicationTag.class);
        all.addAll(denied);
        if (denied.contains(PREGNANCY)) {
            all.addAll(Set.of(PREGNANCY_NEW_RUNNER, PREGNANCY_SUPINE));
        }
        if (denied.contains(SEIZURE)) {
            all.add(EPILEPSY);
        }
        all.removeAll(present);
        return Set.copyOf(all);
    }
}
