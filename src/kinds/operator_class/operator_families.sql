-- Operator families, as the statements that make them, without what is of one of their classes' types alone. $1: oids of schemas.
SELECT f.opfname || ' USING ' || m.amname,
       pg_catalog.format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname)
       || coalesce((
            SELECT pg_catalog.string_agg(
                     pg_catalog.format('; ALTER OPERATOR FAMILY %I.%I USING %I ADD ', n.nspname, f.opfname, m.amname) || item.text, '')
            FROM (
              SELECT pg_catalog.format('OPERATOR %s %s', o.amopstrategy, o.amopopr::pg_catalog.regoperator)
                     || CASE WHEN s.oid IS NULL THEN '' ELSE pg_catalog.format(' FOR ORDER BY %I', s.opfname) END,
                     o.amoplefttype, o.amoprighttype
              FROM pg_catalog.pg_amop o
              LEFT JOIN pg_catalog.pg_opfamily s ON s.oid = o.amopsortfamily
              WHERE o.amopfamily = f.oid
              UNION ALL
              SELECT pg_catalog.format('FUNCTION %s (%s, %s) %s', p.amprocnum, pg_catalog.format_type(p.amproclefttype, NULL),
                                       pg_catalog.format_type(p.amprocrighttype, NULL),
                                       p.amproc::pg_catalog.oid::pg_catalog.regprocedure),
                     p.amproclefttype, p.amprocrighttype
              FROM pg_catalog.pg_amproc p
              WHERE p.amprocfamily = f.oid) item (text, left_type, right_type)
            WHERE NOT EXISTS (
              SELECT
              FROM pg_catalog.pg_opclass c
              WHERE c.opcfamily = f.oid AND c.opcintype = item.left_type AND c.opcintype = item.right_type)), '')
FROM pg_catalog.pg_opfamily f
JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
JOIN pg_catalog.pg_am m ON m.oid = f.opfmethod
WHERE f.opfnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
      AND d.objid = f.oid
      AND d.deptype = 'e')
