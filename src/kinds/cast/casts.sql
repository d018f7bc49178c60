-- Casts that the database was given besides PostgreSQL's own, as the statements that make them.
SELECT pg_catalog.format_type(c.castsource, NULL),
       pg_catalog.format('CREATE CAST (%s AS %s) ', pg_catalog.format_type(c.castsource, NULL),
                         pg_catalog.format_type(c.casttarget, NULL))
       || CASE c.castmethod
            WHEN 'i' THEN 'WITH INOUT'
            WHEN 'b' THEN 'WITHOUT FUNCTION'
            ELSE 'WITH FUNCTION ' || c.castfunc::pg_catalog.regprocedure
          END
       || CASE c.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END
FROM pg_catalog.pg_cast c
WHERE c.oid >= 16384  -- FirstNormalObjectId: what is below came with the server
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass
      AND d.objid = c.oid
      AND d.deptype IN ('e', 'i'))
