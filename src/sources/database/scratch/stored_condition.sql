-- A query's WHERE as the server stores it, apart from the types of what stands before it.
SELECT pg_catalog.substr(d.query, pg_catalog.strpos(d.query, E'\n  WHERE '))
FROM pg_catalog.pg_get_viewdef('pg_temp.pgplumb_trial'::pg_catalog.regclass) AS d (query)
