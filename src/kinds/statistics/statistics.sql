-- Extended statistics, as the statements that make them. $1: oids of schemas.
SELECT s.stxname, pg_catalog.pg_get_statisticsobjdef(s.oid)
FROM pg_catalog.pg_statistic_ext s
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid
WHERE s.stxnamespace = ANY ($1::pg_catalog.oid[])
