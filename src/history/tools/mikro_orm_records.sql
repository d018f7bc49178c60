-- MikroORM's records.
SELECT name AS key, name, pg_catalog.to_char(executed_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY id
