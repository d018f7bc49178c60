-- Text search parsers, as the statements that make them. $1: oids of schemas.
SELECT r.prsname,
       pg_catalog.format('CREATE TEXT SEARCH PARSER %I.%I (', n.nspname, r.prsname)
       || (SELECT pg_catalog.string_agg(pg_catalog.format('%s = %I.%I', f.name, pn.nspname, p.proname), ', ' ORDER BY f.name)
           FROM (VALUES ('START', r.prsstart), ('GETTOKEN', r.prstoken), ('END', r.prsend), ('HEADLINE', r.prsheadline),
                        ('LEXTYPES', r.prslextype)) f (name, function)
           JOIN pg_catalog.pg_proc p ON p.oid = f.function
           JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace)
       || ')'
FROM pg_catalog.pg_ts_parser r
JOIN pg_catalog.pg_namespace n ON n.oid = r.prsnamespace
WHERE r.prsnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_ts_parser'::pg_catalog.regclass
      AND d.objid = r.oid
      AND d.deptype = 'e')
