-- Play's records: one for each evolution, gone when it is taken back.
SELECT id::pg_catalog.text AS key,
       id::pg_catalog.text AS name,
       pg_catalog.to_char(applied_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS applied_at,
       CASE WHEN state = 'applied' THEN 'applied' ELSE 'failed' END AS state,
       last_problem AS detail
FROM %1$s
ORDER BY id
