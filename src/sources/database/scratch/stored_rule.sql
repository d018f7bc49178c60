-- A rule as the server stores it.
SELECT pg_catalog.pg_get_ruledef(r.oid)
FROM pg_catalog.pg_rewrite r
WHERE r.ev_class = 'pg_temp.pgplumb_trial'::pg_catalog.regclass
