-- Collations, as the statements that make them. The columns of the locale's parts depend on the server's version: what one does not
-- have is the column of that name of `absent`. $1: oids of schemas.
SELECT l.collname,
       pg_catalog.format('CREATE COLLATION %I.%I (provider = %s', n.nspname, l.collname,
                         CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END)
       || ', lc_collate = ' || pg_catalog.quote_literal(coalesce(l.locale, l.icu_locale, l.collcollate::pg_catalog.text))
       || coalesce(', lc_ctype = ' || pg_catalog.quote_literal(CASE WHEN l.collprovider = 'c' THEN l.collctype::pg_catalog.text END), '')
       || CASE WHEN l.collisdeterministic THEN '' ELSE ', deterministic = false' END
       || coalesce(', rules = ' || pg_catalog.quote_literal(l.icu_rules), '')
       || ')'
FROM (SELECT NULL::pg_catalog.text AS colllocale, NULL::pg_catalog.text AS colliculocale, NULL::pg_catalog.text AS collicurules) absent
CROSS JOIN LATERAL (
  SELECT p.*, colllocale AS locale, colliculocale AS icu_locale, collicurules AS icu_rules
  FROM pg_catalog.pg_collation p) l
JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace
WHERE l.collnamespace = ANY ($1::pg_catalog.oid[])
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_collation'::pg_catalog.regclass
      AND d.objid = l.oid
      AND d.deptype = 'e')
