-- Asks where unqualified names go, and sets for this transaction only: how long a statement may run ($1) and wait for a lock ($2), no schema but pg_catalog searched, nothing
-- compiled that runs once, and constants printed the same whatever the role or the database sets.
SELECT (SELECT path.name
        FROM pg_catalog.unnest(pg_catalog.current_schemas(FALSE)) WITH ORDINALITY AS path (name, n)
        -- Who looks is not always who migrates.
        WHERE path.name <> CURRENT_USER OR pg_catalog.strpos(pg_catalog.current_setting('search_path'), '$user') = 0
        ORDER BY path.n
        LIMIT 1) AS path_schema,
       pg_catalog.set_config('statement_timeout', $1, TRUE),
       pg_catalog.set_config('lock_timeout', $2, TRUE),
       pg_catalog.set_config('search_path', '', TRUE),
       pg_catalog.set_config('jit', 'off', TRUE),
       pg_catalog.set_config('quote_all_identifiers', 'off', TRUE),
       pg_catalog.set_config('DateStyle', 'ISO, MDY', TRUE),
       pg_catalog.set_config('IntervalStyle', 'postgres', TRUE),
       pg_catalog.set_config('TimeZone', 'UTC', TRUE),
       pg_catalog.set_config('bytea_output', 'hex', TRUE),
       pg_catalog.set_config('extra_float_digits', '1', TRUE)
