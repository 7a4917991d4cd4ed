-- What foods hold in 100 g; loaded from the table that ships with the server, never written by people.
create table foods
(
    food_id        text primary key check (food_id ~ '^[a-z][a-z0-9_]{0,59}$'),
    name           text          not null check (length(name) between 1 and 200),
    category       text          not null,
    -- how the grams are meant
    state          text          not null check (state in ('raw', 'cooked', 'dry', 'ready')),
    kcal           numeric(5, 1) not null check (kcal between 0 and 900),
    protein_g      numeric(4, 1) not null check (protein_g between 0 and 100),
    carbs_g        numeric(4, 1) not null check (carbs_g between 0 and 100),
    fat_g          numeric(4, 1) not null check (fat_g between 0 and 100),
    -- null where the source does not tell
    fibre_g        numeric(4, 1) check (fibre_g between 0 and 100),
    -- the strictest diet that may eat it
    diet_class     text          not null check (diet_class in ('vegan', 'vegetarian', 'pescatarian', 'omnivore')),
    -- categories, no substitute for the label
    allergens      text[]        not null,
    contains_pork  boolean       not null,
    portion_min_g  int           not null check (portion_min_g > 0),
    portion_max_g  int           not null check (portion_max_g >= portion_min_g),
    portion_step_g int           not null check (portion_step_g > 0),
    meal_roles     text[]        not null,
    usda_ndb_no    text          not null,
    source         text          not null,
    -- no longer in the table that ships: not found any more, yet entries may name it
    retired        boolean       not null default false,
    -- whole words by their stem, and as they are for the beginning of one that is still being typed
    words          tsvector      not null generated always as (
        to_tsvector('english', name) || to_tsvector('simple', name)
            || to_tsvector('simple', replace(category, '_', ' '))) stored,
    created_at     timestamptz   not null default now(),
    updated_at     timestamptz   not null default now()
);
create index foods_by_words on foods using gin (words);
create trigger touch_updated_at before update on foods for each row execute function touch_updated_at();
revoke insert, update, delete on foods from ${app};
