-- Base types, and shells that stand for them, as the statements that make them. Until PostgreSQL 13, whose subscripts need no function,
-- the column of that name is the one of until_13. $1: oids of schemas.
SELECT t.typname,
       pg_catalog.format('CREATE TYPE %I.%I', n.nspname, t.typname)
       || CASE
            WHEN NOT t.typisdefined THEN ''
            ELSE ' (' || pg_catalog.concat_ws(', ',
              (SELECT pg_catalog.string_agg(pg_catalog.format('%s = %I.%I', f.word, pn.nspname, p.proname), ', ')
               FROM (VALUES ('INPUT', t.typinput::pg_catalog.oid), ('OUTPUT', t.typoutput), ('RECEIVE', t.typreceive),
                            ('SEND', t.typsend), ('TYPMOD_IN', t.typmodin), ('TYPMOD_OUT', t.typmodout), ('ANALYZE', t.typanalyze),
                            ('SUBSCRIPT', t.subscript::pg_catalog.oid)) f (word, function)
               JOIN pg_catalog.pg_proc p ON p.oid = f.function
               JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace),
              'INTERNALLENGTH = ' || nullif(t.typlen, -1),
              CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END,
              'ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
              'STORAGE = '
              || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END,
              'CATEGORY = ' || pg_catalog.quote_literal(t.typcategory::pg_catalog.text),
              CASE WHEN t.typispreferred THEN 'PREFERRED = true' END,
              'DEFAULT = ' || pg_catalog.quote_literal(t.typdefault),
              'ELEMENT = ' || CASE WHEN t.typelem <> 0 THEN pg_catalog.format_type(t.typelem, NULL) END,
              'DELIMITER = ' || pg_catalog.quote_literal(t.typdelim::pg_catalog.text),
              CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END) || ')'
          END
FROM (SELECT 0::pg_catalog.regproc AS typsubscript) until_13
CROSS JOIN LATERAL (SELECT p.*, typsubscript AS subscript FROM pg_catalog.pg_type p) t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typnamespace = ANY ($1::pg_catalog.oid[])
  AND (t.typtype = 'b' OR (t.typtype = 'p' AND NOT t.typisdefined))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      AND d.objid = t.oid
      AND d.deptype = 'e')
