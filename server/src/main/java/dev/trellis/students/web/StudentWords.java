package dev.trellis.students.web;

import dev.trellis.students.CaseStatus;
import dev.trellis.students.DismissalReason;
import dev.trellis.students.Enrollment;
import dev.trellis.students.LearningEventKind;
import dev.trellis.students.StaffMember;
import dev.trellis.students.risk.CaseOutcome;
import dev.trellis.students.risk.InterventionType;
import dev.trellis.students.risk.RiskLevel;
import dev.trellis.students.risk.RiskReason;
import io.quarkus.qute.TemplateExtension;

/** What pages say for the constants of students: plain words that may be said to a student's face. */
@TemplateExtension
final class StudentWords {
    private StudentWords() {}

    /** A level: how much support, never a verdict (domain 10.5). */
    static String words(RiskLevel level) {
        return switch (level) {
            case LOW -> "On track";
            case MODERATE -> "Could use support";
            case HIGH -> "Needs support";
            case CRITICAL -> "Needs support soon";
        };
    }

    /** The colour of a level's badge. */
    static String tone(RiskLevel level) {
        return switch (level) {
            case LOW -> "leaf";
            case MODERATE -> "sky";
            case HIGH -> "sun";
            case CRITICAL -> "clay";
        };
    }

    /** Where a case stands. */
    static String words(CaseStatus status) {
        return switch (status) {
            case PENDING -> "Not begun";
            case IN_PROGRESS -> "In progress";
            case RESOLVED -> "Resolved";
            case DISMISSED -> "Dismissed";
        };
    }

    /** The colour of a status's badge. */
    static String tone(CaseStatus status) {
        return switch (status) {
            case PENDING -> "sun";
            case IN_PROGRESS -> "sky";
            case RESOLVED -> "leaf";
            case DISMISSED -> "";
        };
    }

    /** Something to try. */
    static String words(InterventionType type) {
        return switch (type) {
            case NUDGE_MESSAGE -> "A short reminder";
            case TRAINER_MESSAGE -> "A personal message";
            case PHONE_CALL -> "A phone call";
            case ONE_TO_ONE_MEETING -> "A meeting of two";
            case STUDY_PLAN -> "A study plan";
            case EXTENSION_OR_CATCH_UP -> "More time, or catching up";
            case TUTORING_REFERRAL -> "Tutoring";
            case PEER_GROUP -> "A study group";
            case TECHNICAL_ACCESS_HELP -> "Help with access";
            case LOAD_REDUCTION_ADVICE -> "Advice on the load";
            case WELLBEING_REFERRAL -> "Referred to wellbeing";
            case OTHER -> "Something else";
        };
    }

    /** What became of a student. */
    static String words(CaseOutcome outcome) {
        return switch (outcome) {
            case RE_ENGAGED -> "Came back";
            case IMPROVED -> "Improved";
            case NO_CHANGE -> "No change";
            case WORSENED -> "Needs more support than before";
            case WITHDREW -> "Left the course";
            case COMPLETED_COURSE -> "Finished the course";
            case NOT_REACHED -> "Could not be reached";
        };
    }

    /** Why a case needed nothing. */
    static String words(DismissalReason reason) {
        return switch (reason) {
            case FALSE_POSITIVE -> "The level was wrong";
            case ALREADY_HANDLED -> "Already taken care of";
            case STUDENT_DECLINED -> "The student does not want it";
            case LEFT_COURSE -> "Left the course";
        };
    }

    /** How an enrollment stands. */
    static String words(Enrollment.Status status) {
        return switch (status) {
            case ACTIVE -> "Enrolled";
            case WITHDRAWN -> "Withdrawn";
            case COMPLETED -> "Completed";
            case FAILED -> "Ended without a pass";
        };
    }

    /** What somebody is in a course. */
    static String words(StaffMember.Position position) {
        return switch (position) {
            case TRAINER -> "trainer";
            case LEAD -> "lead";
        };
    }

    /** What a student did, or what was noted of them. */
    static String words(LearningEventKind kind) {
        return switch (kind) {
            case LOGIN -> "Logged in";
            case VIEW -> "Looked at something";
            case SUBMISSION -> "Handed in";
            case FEEDBACK_VIEW -> "Read feedback";
            case FEEDBACK_REPLY -> "Answered feedback";
            case RESUBMISSION -> "Handed in again";
            case INTERACTION -> "Worked with somebody";
            case OTHER -> "Something else";
            case ATTENDANCE -> "Session";
            case GRADE -> "Graded";
        };
    }

    /** A reason without its value, for the past. */
    static String words(RiskReason reason) {
        return switch (reason) {
            case ATTENDANCE_LT_80 -> "attended less than 80 % of the sessions";
            case ATTENDANCE_LT_90 -> "attended less than 90 % of the sessions";
            case INACTIVE_21D -> "no activity for 21 days or more";
            case INACTIVE_14D -> "no activity for 14 days or more";
            case INACTIVE_7D -> "no activity for 7 days or more";
            case SUBMISSIONS_LT_60 -> "handed in less than 60 % in time";
            case SUBMISSIONS_LT_80 -> "handed in less than 80 % in time";
            case MISSED_2_IN_ROW -> "the last two items or more were not handed in";
            case GRADE_FAR_BELOW_PASS -> "grades far below the pass mark";
            case GRADE_BELOW_PASS -> "grades below the pass mark";
            case GRADE_NEAR_PASS -> "grades close to the pass mark";
            case GRADE_DROP_15 -> "grades fell by 15 points or more";
            case GRADE_DROP_8 -> "grades fell by 8 points or more";
            case ENGAGEMENT_Z_LE_1_5 -> "much less active than others in the course";
            case ENGAGEMENT_Z_LE_1_0 -> "less active than others in the course";
            case COGNITIVE_DEPTH_LOW -> "worked less deeply than the course allows";
            case SOCIAL_BREADTH_LOW -> "worked little with others";
            case CREDIT_LOAD_HIGH -> "more than a full load";
            case REPEAT_ATTEMPT -> "has taken the course before";
            case TRAINER_CONCERN -> "a trainer raised a concern";
        };
    }

    /** What somebody did who looked, in the past tense; the audit log's own word when it is none of ours. */
    static String looked(String action) {
        return switch (action) {
            case "student.risk_read" -> "opened your page, with your level and the values behind it";
            case "student.risk_listed" -> "saw you in the list of who may need support";
            case "student.risk_reproduced" -> "had a past day of yours worked out again";
            case "student.worklist_read" -> "saw you on their worklist";
            case "student.case_read" -> "opened a case about you";
            case "student.case_listed" -> "saw a case about you in a list";
            case "student.case_assigned" -> "gave or took a case about you";
            case "student.case_started" -> "began with a case about you";
            case "student.case_contact_noted" -> "noted an attempt to reach you";
            case "student.case_described" -> "wrote something down in a case about you";
            case "student.case_resolved" -> "resolved a case about you";
            case "student.case_dismissed" -> "dismissed a case about you";
            case "student.case_deleted" -> "deleted a case about you";
            case "student.enrollment_listed" -> "read the list of a course you are in";
            default -> action;
        };
    }
}
