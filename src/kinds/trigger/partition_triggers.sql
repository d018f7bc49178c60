-- Triggers that partitions have from what they are attached to, where they fire otherwise than there, under the names that they have
-- there; those of foreign keys as well. What they depend on tells them: PostgreSQL 12 knows no parents of triggers. $1: oids of
-- schemas.
SELECT g.tgrelid, p.tgname, g.tgenabled
FROM pg_catalog.pg_trigger g
JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
JOIN pg_catalog.pg_depend d
  ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
 AND d.objid = g.oid
 AND d.refclassid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
JOIN pg_catalog.pg_trigger p ON p.oid = d.refobjid
WHERE g.tgenabled <> p.tgenabled
  AND c.relispartition
  AND c.relnamespace = ANY ($1::pg_catalog.oid[])
