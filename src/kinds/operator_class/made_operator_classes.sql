-- Operator classes, as the statements that make them, with what their families have for their types. $1: oids of schemas.
SELECT c.opcname || ' USING ' || m.amname,
       pg_catalog.format('CREATE OPERATOR CLASS %I.%I %s FOR TYPE %s USING %I FAMILY %I.%I AS STORAGE %s', n.nspname, c.opcname,
                         CASE WHEN c.opcdefault THEN 'DEFAULT' END, pg_catalog.format_type(c.opcintype, NULL), m.amname, fn.nspname,
                         f.opfname, pg_catalog.format_type(coalesce(nullif(c.opckeytype, 0), c.opcintype), NULL))
       || coalesce((
            SELECT pg_catalog.string_agg(
                     pg_catalog.format(', OPERATOR %s %s', o.amopstrategy, o.amopopr::pg_catalog.regoperator)
                     || CASE WHEN s.oid IS NULL THEN '' ELSE pg_catalog.format(' FOR ORDER BY %I', s.opfname) END, '')
            FROM pg_catalog.pg_amop o
            LEFT JOIN pg_catalog.pg_opfamily s ON s.oid = o.amopsortfamily
            WHERE o.amopfamily = c.opcfamily AND o.amoplefttype = c.opcintype AND o.amoprighttype = c.opcintype), '')
       || coalesce((
            SELECT pg_catalog.string_agg(
                     pg_catalog.format(', FUNCTION %s (%s, %s) %s', p.amprocnum, pg_catalog.format_type(c.opcintype, NULL),
                                       pg_catalog.format_type(c.opcintype, NULL),
                                       p.amproc::pg_catalog.oid::pg_catalog.regprocedure), '')
            FROM pg_catalog.pg_amproc p
            WHERE p.amprocfamily = c.opcfamily AND p.amproclefttype = c.opcintype AND p.amprocrighttype = c.opcintype), '')
FROM pg_catalog.pg_opclass c
JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
JOIN pg_catalog.pg_am m ON m.oid = c.opcmethod
JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
WHERE c.opcnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
      AND d.objid = c.oid
      AND d.deptype = 'e')
