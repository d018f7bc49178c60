-- Supabase's records: it keeps the statements themselves.
SELECT version AS key,
       version || COALESCE('_' || name, '') AS name,
       pg_catalog.array_to_string(statements, E';\n') AS checksum,
       'applied' AS state
FROM %1$s
ORDER BY version
