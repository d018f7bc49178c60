-- A default as the server stores it.
SELECT pg_catalog.pg_get_expr(d.adbin, d.adrelid)
FROM pg_catalog.pg_attrdef d
WHERE d.adrelid = 'pg_temp.pgplumb_trial'::pg_catalog.regclass
