-- Ecto's records.
SELECT version::pg_catalog.text AS key, version::pg_catalog.text AS name, pg_catalog.to_char(inserted_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at, 'applied' AS state
FROM %1$s
ORDER BY version
