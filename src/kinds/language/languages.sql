-- Languages that the database was given besides PostgreSQL's own, as the statements that make them.
SELECT g.lanname,
       pg_catalog.format('CREATE %s LANGUAGE %I HANDLER %I.%I', CASE WHEN g.lanpltrusted THEN 'TRUSTED' END, g.lanname, hn.nspname,
                         h.proname)
       || coalesce((
            SELECT pg_catalog.string_agg(pg_catalog.format(' %s %I.%I', f.word, pn.nspname, p.proname), '' ORDER BY f.word)
            FROM (VALUES ('INLINE', g.laninline), ('VALIDATOR', g.lanvalidator)) f (word, function)
            JOIN pg_catalog.pg_proc p ON p.oid = f.function
            JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace), '')
FROM pg_catalog.pg_language g
JOIN pg_catalog.pg_proc h ON h.oid = g.lanplcallfoid
JOIN pg_catalog.pg_namespace hn ON hn.oid = h.pronamespace
WHERE g.oid >= 16384  -- FirstNormalObjectId: what is below came with the server
  AND NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_language'::pg_catalog.regclass
      AND d.objid = g.oid
      AND d.deptype = 'e')
