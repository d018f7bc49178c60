-- refinery's records; applied_on is a text, RFC 3339.
SELECT version::pg_catalog.text AS key,
       'V' || version || '__' || name AS name,
       checksum,
       applied_on AS applied_at,
       'applied' AS state
FROM %1$s
ORDER BY version
