-- A query as the server stores it.
SELECT pg_catalog.pg_get_viewdef('pg_temp.pgplumb_trial'::pg_catalog.regclass)
