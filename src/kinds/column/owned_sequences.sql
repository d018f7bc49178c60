-- Sequences that a column owns, each with its column. $1: oids of schemas.
SELECT c.oid,
       d.refobjid,
       d.refobjsubid
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_depend d
  ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
 AND d.objid = c.oid
 AND d.objsubid = 0
 AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
 AND d.refobjsubid > 0
 AND d.deptype IN ('a', 'i')
WHERE c.relkind = 'S'
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
