-- A CHECK as the server stores it.
SELECT pg_catalog.pg_get_expr(k.conbin, k.conrelid)
FROM pg_catalog.pg_constraint k
WHERE k.conrelid = 'pg_temp.pgplumb_trial'::pg_catalog.regclass AND k.contype = 'c'
