-- Diesel's records.
SELECT version AS key, version AS name, pg_catalog.to_char(run_on, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY version
