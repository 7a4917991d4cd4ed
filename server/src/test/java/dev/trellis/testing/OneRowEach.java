package dev.trellis.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** For every person-owned table a statement that writes one row of the person {@code :person}; in order of dependence. */
public final class OneRowEach {
    private static final Map<String, String> INSERTS = new LinkedHashMap<>();

    private OneRowEach() {}

    /** The tables, each after those it refers to. */
    public static List<String> tables() {
        return List.copyOf(INSERTS.keySet());
    }

    /** The statement for one of them. */
    public static String into(String table) {
        return Objects.requireNonNull(INSERTS.get(table));
    }

    static {
        INSERTS.put("users", "insert into users (id, email) values (:person, :person || '@example.org')");
        INSERTS.put(
                "idempotency_keys",
                "insert into idempotency_keys (user_id, key, request_hash) values (:person, 'k', '')");
        INSERTS.put("events", """
                insert into events (user_id, id, type, subject_id, occurred_at, payload)
                values (:person, :thing, 'test.seeded', :thing, now(), '{}')
                """);
        INSERTS.put("event_deliveries", """
                insert into event_deliveries (user_id, event_id, handler, status) values (:person, :thing, 'nobody', 'done')
                """);
        INSERTS.put("user_profiles", "insert into user_profiles (user_id) values (:person)");
        INSERTS.put("sessions", """
                insert into sessions (user_id, access_hash, access_expires_at, refresh_hash, rotated_at, expires_at)
                values (:person, 'a', now(), 'r', now(), now())
                """);
        INSERTS.put("api_tokens", """
                insert into api_tokens (user_id, name, token_hash, scopes) values (:person, 'mine', 't', '{read}')
                """);
        INSERTS.put("account_claims", """
                insert into account_claims (user_id, token_hash, expires_at)
                values (:person, sha256(:person::text::bytea), now())
                """);
        INSERTS.put("safety_events", """
                insert into safety_events (user_id, level, layer, topic, subject, action, source, holds, resumption, occurred_at)
                values (:person, 's1', 'words', 'distress', 'self', 'support', 'note', false, 'none', now())
                """);
        INSERTS.put("intakes", """
                insert into intakes (user_id, id, goal, safety_level) values (:person, :thing, 'sleep', 's0')
                """);
        INSERTS.put("user_onboarding", """
                insert into user_onboarding (user_id, state, path) values (:person, 'welcome', 'detailed')
                """);
        INSERTS.put("user_interventions", """
                insert into user_interventions (user_id, id, reference_id, name, description, category, duration_days)
                values (:person, :thing, 100001, 'Walk', 'Walk every day', 'movement', 14)
                """);
        INSERTS.put("intervention_habits", """
                insert into intervention_habits (intervention_id, position, user_id, name) values (100001, 1, :person, 'Walk')
                """);
        INSERTS.put("recommendations", """
                insert into recommendations (user_id, id, intake_id, policy, shown_on, answer)
                values (:person, :thing, :thing, 'test', '2026-11-16', '{}')
                """);
        INSERTS.put("recommendation_items", """
                insert into recommendation_items (user_id, recommendation_id, position, intervention_id, propensity)
                values (:person, :thing, 1, 1, 1)
                """);
        INSERTS.put("intervention_periods", """
                insert into intervention_periods
                       (user_id, id, intervention_name, selected_habits, start_date, end_date, planned_duration_days)
                values (:person, :thing, 'Walk', '{Walk}', '2026-11-16', '2026-11-30', 14)
                """);
        INSERTS.put("period_pauses", """
                insert into period_pauses (user_id, period_id, paused_on) values (:person, :thing, '2026-11-17')
                """);
        INSERTS.put("daily_progress", """
                insert into daily_progress (user_id, period_id, day, completion) values (:person, :thing, '2026-11-16', 50)
                """);
        INSERTS.put("completion_summaries", """
                insert into completion_summaries (user_id, intervention_period_id, adherence_rate, summary_json)
                values (:person, :thing, 50, '{}')
                """);
        INSERTS.put("period_feedback", """
                insert into period_feedback (user_id, period_id, answer) values (:person, :thing, 'helped')
                """);
        INSERTS.put("user_habits", """
                insert into user_habits (user_id, origin, name, intervention_period_id)
                values (:person, 'intervention', 'Walk', :thing)
                """);
        INSERTS.put(
                "user_context_log",
                "insert into user_context_log (user_id, day, mood) values (:person, '2026-11-16', 3)");
        INSERTS.put("consultation_sessions", """
                insert into consultation_sessions (user_id, id, started_at) values (:person, :thing, now())
                """);
        INSERTS.put("consultation_answers", """
                insert into consultation_answers (user_id, session_id, section, answers, safety_level)
                values (:person, :thing, 'preferences', '{}', 's0')
                """);
        INSERTS.put("food_entries", """
                insert into food_entries (user_id, id, timestamp, day, foods, total_calories, total_macros)
                values (:person, :thing, '2026-11-16T08:00:00Z', '2026-11-16',
                        '[{"name": "Soup", "calories": 90, "protein": 4, "carbs": 12, "fat": 3}]', 90,
                        '{"protein": 4, "carbs": 12, "fat": 3, "fibre": 0, "fibre_complete": false}')
                """);
        INSERTS.put("food_entry_audit", """
                insert into food_entry_audit (user_id, entry_id, original_data, corrected_data, corrected_at)
                values (:person, :thing, '{}', '{}', now())
                """);
        INSERTS.put("activities", """
                insert into activities (user_id, id, type, started_at, day, duration_s, source)
                values (:person, :thing, 'run', '2026-11-16T08:00:00Z', '2026-11-16', 1800, 'manual')
                """);
        INSERTS.put("body_measurements", """
                insert into body_measurements (user_id, id, measured_at, day, weight_kg)
                values (:person, :thing, '2026-11-16T08:00:00Z', '2026-11-16', 70.5)
                """);
        INSERTS.put("programs", """
                insert into programs (user_id, id, start_date, end_date, seed, generator_version, inputs, training, nutrition,
                                      next_reassessment_date)
                values (:person, :thing, '2026-11-16', '2027-02-08', 1, 1,
                        '{"request": {"health": {"body": {"kg": 65, "cm": 165, "years": 36, "sex": "female"}, "conditions": [],
                                                 "scoff": 0,
                                                 "behaviour": {"days_under800": 0, "asks_below_floor": 0,
                                                               "compensates": false, "most_weighings_in_aday": 0,
                                                               "days_over_three_weighings": 0, "percent_per_week": 0},
                                                 "loss": {"percent_per_week_at_reviews": [], "six_month_percent": 0,
                                                          "in_deficit_program": false, "unintended_percent": 0}},
                                      "activity": "light", "goal": {"percent_per_week": 0}, "exercise_kcal": 80,
                                      "training_hours": 0, "lean_athlete": false,
                                      "training": {"goal": "health", "years": 36, "consistent_months": 0, "break_weeks": 0,
                                                   "days_per_week": 3, "minutes": 45, "days": [], "equipment": [],
                                                   "injuries": [], "conditions": [], "favourites": [], "unwanted": [],
                                                   "one_rep_max": {},
                                                   "running": {"week_minutes": 0, "longest_minutes": 0, "break_days": 0},
                                                   "clearance": "clear", "clinician_agrees": false, "may_increase": true},
                                      "diner": {"diet": "vegan", "allergens": [], "no_pork": false, "disliked": [],
                                                "liked": [], "owned": []},
                                      "meals": 4, "today": "2026-11-15", "weeks": 12, "menu_days": 7, "seed": 1},
                          "start_date": "2026-11-16",
                          "meal_times": {"breakfast": "08:00", "lunch": "12:00", "snack": "15:00", "dinner": "18:00"},
                          "notes": []}',
                        '{"weeks": [], "notes": []}',
                        '{"show_numbers": true, "stops": [], "menus": [], "notes": []}', '2026-11-30')
                """);
        INSERTS.put("session_instances", """
                insert into session_instances (user_id, id, program_id, week_number, light, date, kind, hard, minutes)
                values (:person, :thing, :thing, 1, false, '2026-11-16', 'full_body_a', false, 45)
                """);
        INSERTS.put("exercise_plan_items", """
                insert into exercise_plan_items
                       (user_id, session_instance_id, position, exercise_id, slot, sets, rep_min, rep_max, timed, in_reserve,
                        rest_seconds, percent_low, percent_high)
                values (:person, :thing, 0, 'back_squat', 'squat', 3, 8, 12, false, 3, 90, 60, 70)
                """);
        INSERTS.put("meal_instances", """
                insert into meal_instances
                       (user_id, id, program_id, date, meal_type, kcal, protein_g, carbs_g, fat_g, fibre_g)
                values (:person, :thing, :thing, '2026-11-16', 'lunch', 600, 40, 60, 20, 10)
                """);
        INSERTS.put("meal_item_plan", """
                insert into meal_item_plan (user_id, meal_instance_id, position, food_id, grams, kcal)
                select :person, :thing, 0, food_id, 100, 100 from foods order by food_id limit 1
                """);
        INSERTS.put("calendar_events", """
                insert into calendar_events (user_id, id, program_id, session_instance_id, kind, date, title, detail, rendered)
                values (:person, :thing, :thing, :thing, 'session', '2026-11-16', 'Full body',
                        '{"kind": "full_body_a", "week_number": 1, "light": false, "hard": false, "minutes": 45,
                          "exercises": []}', '{}')
                """);
        INSERTS.put("calendar_feeds", """
                insert into calendar_feeds (user_id, id, name, token_hash, meals)
                values (:person, :thing, 'phone', sha256(convert_to(:person::text, 'UTF8')), true)
                """);
        INSERTS.put("hand_links", """
                insert into hand_links (user_id, session_instance_id, activity_id) values (:person, :thing, :thing)
                """);
        INSERTS.put("adherence_records", """
                insert into adherence_records (user_id, program_id, session_instance_id, date, status, assessed_at)
                values (:person, :thing, :thing, '2026-11-16', 'unknown', now())
                """);
        INSERTS.put("adaptation_settings", "insert into adaptation_settings (user_id) values (:person)");
        INSERTS.put("day_overrides", """
                insert into day_overrides (user_id, id, program_id, date, override_type, status, confidence,
                                           training_override, rules, inputs, explanation, expires_at)
                values (:person, :thing, :thing, '2026-11-16', 'training', 'pending', 0.5, '{}', '{amber}', '{}',
                        'Less today', now())
                """);
        INSERTS.put("plan_change_events", """
                insert into plan_change_events
                       (user_id, id, program_id, kind, source, status, effective_from, sentence, before, after)
                values (:person, :thing, :thing, 'skip', 'person', 'pending', '2026-11-16', 'Skipped', '{}', '{}')
                """);
        INSERTS.put("controller_states", """
                insert into controller_states (user_id, program_id, loop, reviewed_on, state, inputs)
                values (:person, :thing, 'calories', '2026-11-16', '{}', '{}')
                """);
        INSERTS.put("notifications", """
                insert into notifications (user_id, type, title, body) values (:person, 'test', 'Hello', 'Hello')
                """);
        INSERTS.put("student_enrollments", """
                with course as (
                    insert into courses (id, title, start_date, end_date)
                    values (:thing, 'Statics', '2026-10-05', '2027-01-29'))
                insert into student_enrollments (user_id, id, course_id, enrolled_on)
                values (:person, :thing, :thing, '2026-10-05')
                """);
        INSERTS.put("student_trainers", """
                insert into student_trainers (user_id, course_id, trainer_id) values (:person, :thing, :person)
                """);
        INSERTS.put("roster_people", """
                insert into roster_people (user_id, source, source_id) values (:person, 'registrar', :person::text)
                """);
        INSERTS.put("learning_events", """
                insert into learning_events (user_id, course_id, kind, day, occurred_at, source, source_id, received_at)
                values (:person, :thing, 'view', '2026-11-16', now(), 'lms', '1', now())
                """);
        INSERTS.put("excused_absences", """
                insert into excused_absences (user_id, course_id, from_day, until_day)
                values (:person, :thing, '2026-11-16', '2026-11-17')
                """);
        INSERTS.put("trainer_concerns", """
                insert into trainer_concerns (user_id, course_id, day, reason) values (:person, :thing, '2026-11-16', 'Quiet')
                """);
        INSERTS.put(
                "student_choices", "insert into student_choices (user_id, automated_scoring) values (:person, true)");
        INSERTS.put("student_comments", """
                insert into student_comments (user_id, course_id, text) values (:person, :thing, 'I was ill')
                """);
        INSERTS.put("risk_assessments", """
                insert into risk_assessments (user_id, id, enrollment_id, course_id, assessed_on, known_until, rule_set, points,
                                              found_level, level, reasons, indicators)
                values (:person, :thing, :thing, :thing, '2026-11-16', now(), 'test', 0, 'low', 'low', '{}', '{}')
                """);
        INSERTS.put("risk_states", """
                insert into risk_states (user_id, enrollment_id, course_id, evaluated_on, assessment_id, level, points)
                values (:person, :thing, :thing, '2026-11-16', :thing, 'low', 0)
                """);
        INSERTS.put("course_staff", "insert into course_staff (trainer_id, course_id) values (:person, :thing)");
        INSERTS.put("student_interventions", """
                insert into student_interventions (id, student_id, enrollment_id, course_id, risk_level, risk_reasons)
                values (:thing, :person, :thing, :thing, 'moderate', '{}')
                """);
        INSERTS.put("case_follow_ups", """
                insert into case_follow_ups (user_id, case_id, course_id, due_on) values (:person, :thing, :thing, '2026-11-17')
                """);
        INSERTS.put("case_contacts", """
                insert into case_contacts (user_id, case_id, course_id, intervention_type, reached, day)
                values (:person, :thing, :thing, 'phone_call', true, '2026-11-17')
                """);
        INSERTS.put("case_changes", """
                with written_by_the_trigger as (
                    delete from case_changes where user_id = :person)
                insert into case_changes (user_id, case_id, course_id, changed) values (:person, :thing, :thing, '{}')
                """);
    }
}
