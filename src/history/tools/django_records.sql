-- Django's records.
SELECT app || '.' || name AS key, app || '.' || name AS name, pg_catalog.to_char(applied, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY id
