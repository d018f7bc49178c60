-- Functions and procedures, as the statements that make them. What an extension owns, and what PostgreSQL makes for a range type, is
-- left out. $1: oids of schemas.
SELECT p.proname, pg_catalog.pg_get_functiondef(p.oid)
FROM pg_catalog.pg_proc p
WHERE p.prokind <> 'a'
  AND p.pronamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      AND d.objid = p.oid
      AND d.deptype IN ('e', 'i'))
