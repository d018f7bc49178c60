-- For this transaction only: how long a statement may run ($1) and wait for a lock ($2), no schema but pg_catalog searched, nothing
-- compiled that runs once, and constants printed the same whatever the role or the database sets.
SELECT pg_catalog.set_config('statement_timeout', $1, TRUE),
       pg_catalog.set_config('lock_timeout', $2, TRUE),
       pg_catalog.set_config('search_path', '', TRUE),
       pg_catalog.set_config('jit', 'off', TRUE),
       pg_catalog.set_config('quote_all_identifiers', 'off', TRUE),
       pg_catalog.set_config('DateStyle', 'ISO, MDY', TRUE),
       pg_catalog.set_config('IntervalStyle', 'postgres', TRUE),
       pg_catalog.set_config('TimeZone', 'UTC', TRUE),
       pg_catalog.set_config('bytea_output', 'hex', TRUE),
       pg_catalog.set_config('extra_float_digits', '1', TRUE)
