-- What a day's readiness is told by, and whether it was a usual day at all (domain files 05.1 and 06.2).
alter table user_context_log
    add column sleep_quality      int check (sleep_quality between 1 and 5),
    add column soreness           int check (soreness between 1 and 5),
    add column fatigue            int check (fatigue between 1 and 5),
    add column illness            text check (illness in ('none', 'above_neck', 'below_neck', 'fever')),
    -- region to 0-10; empty when it was said that nothing hurts
    add column pain_regions       jsonb check (jsonb_typeof(pain_regions) = 'object'),
    add column hrv_rmssd          numeric(5, 1) check (hrv_rmssd between 1 and 500),
    add column resting_heart_rate int check (resting_heart_rate between 25 and 200),
    add column cycle_day          int check (cycle_day between 1 and 99),
    -- travel or anything else that reviews of weight should leave out
    add column unusual            boolean;
