-- sql-migrate's records.
SELECT id AS key, id AS name, pg_catalog.to_char(applied_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY id
