"""What is written, for PostgreSQL to give back in its own words: see tests/pairs/ask. Rows of (kind, text)."""

CONDITIONS = """
age > 18
age >= 18 AND age < 65
NOT active
active IS TRUE
active = true AND NOT (age = 3 OR age = 4)
age BETWEEN 18 AND 65
age NOT BETWEEN 18 AND 65
balance BETWEEN 0 AND 100.50
balance > 0
balance <> 0.00
balance = '12.50'
height > 1.8
weight > 80
weight > balance
votes > 1000000000000
votes = 5
rank = 3
rank < age
rank + votes > 10
age + 1 > 18
age * 2 = 36
age / 2 > 9
age % 2 = 0
-age < 0
abs(age) > 3
balance * 1.19 > 100
balance - 5 > 0
height * 2 > 3
name = 'Ann'
name <> 'Ann'
name != 'Ann'
name LIKE 'A%'
name NOT LIKE 'A%'
name ILIKE '%ann%'
name SIMILAR TO 'A(n|m)%'
name ~ '^A'
name ~* 'ann$'
name !~ 'x'
name IN ('Ann', 'Bob', 'Cid')
name NOT IN ('Ann', 'Bob')
name IN ('Ann')
nick = 'bob'
nick IN ('bob', 'rob')
nick LIKE 'b%'
nick = name
nick IS NULL
nick IS NOT NULL
nick IS DISTINCT FROM 'bob'
nick IS NOT DISTINCT FROM name
code = 'ab'
code IN ('ab', 'cd')
upper(nick) = 'BOB'
lower(name) = lower(nick)
length(name) > 3
char_length(nick) BETWEEN 2 AND 5
trim(name) <> ''
trim(both ' ' from nick) = 'x'
ltrim(name, 'x') = 'a'
substring(name from 1 for 3) = 'abc'
substr(name, 2) = 'x'
position('a' in name) > 0
name || nick = 'ab'
concat(name, nick) = 'ab'
left(nick, 1) = 'b'
coalesce(nick, 'none') = 'none'
coalesce(nick, name) = 'x'
nullif(name, '') IS NULL
greatest(age, 3) > 4
least(age, votes) > 4
born > '2000-01-01'
born >= DATE '2000-01-01'
born BETWEEN '2000-01-01' AND '2010-12-31'
born + 1 > '2000-01-01'
born - 7 < current_date
joined > now()
joined > now() - interval '1 day'
joined > now() - '1 hour'::interval
joined >= '2024-01-01 00:00:00+00'
joined > CURRENT_TIMESTAMP
joined AT TIME ZONE 'UTC' > '2024-01-01'
seen > localtimestamp
seen > '2024-01-01'
seen + interval '90 minutes' > '2024-01-01 10:00'
seen::date = '2024-01-01'
date_trunc('day', joined) = now()
date_trunc('month', seen) = '2024-01-01'
extract(year from born) = 2000
extract(epoch from joined) > 0
date_part('hour', seen) = 3
age(joined) > interval '1 year'
to_char(joined, 'YYYY') = '2024'
wakes > '08:00'
wakes BETWEEN time '08:00' AND '09:30'
patience > '1 hour'
patience * 2 > '1 day'
'a' = ANY (tags)
tags @> ARRAY['a', 'b']
tags && '{a,b}'
tags = '{}'
tags[1] = 'a'
array_length(tags, 1) > 2
cardinality(tags) > 0
name = ANY (tags)
name <> ALL ('{a,b}')
extra ->> 'a' = 'b'
extra -> 'a' = '1'
extra #>> '{a,b}' = 'x'
extra @> '{"a": 1}'
extra ? 'a'
extra ?| array['a', 'b']
(extra ->> 'n')::int > 3
(extra ->> 'n')::numeric > 3.5
extra = '{}'
jsonb_typeof(extra) = 'object'
jsonb_array_length(extra) > 0
feeling = 'happy'
feeling IN ('happy', 'sad')
feeling <> 'so so'
feeling::text = 'happy'
feeling > 'happy'
token = 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'
token IS NOT NULL
(age, rank) = (1, 2)
(age, rank) <> (1, 2)
(age, rank) < (1, 2)
CASE WHEN age > 18 THEN active ELSE false END
CASE age WHEN 1 THEN 'a' WHEN 2 THEN 'b' END = 'a'
CASE WHEN nick IS NULL THEN 'x' ELSE nick END = 'x'
age IS NULL OR age > 3 OR rank = 2
(age > 3 AND rank > 2) OR NOT active
age::text = '3'
age::bigint > 3
CAST(age AS numeric(5,1)) > 3
balance::int = 3
'3'::int = age
age = 3.0
age > 2.5
round(balance, 1) = 3.5
round(balance) = 3
floor(weight) = 3
sqrt(age) > 2
power(age, 2) > 4
random() > 0.5
md5(name) = 'x'
encode(name::bytea, 'hex') = 'x'
split_part(name, '-', 1) = 'x'
regexp_replace(name, 'a', 'b', 'g') = 'x'
name COLLATE "C" > 'a'
name < 'b' COLLATE "C"
num_nonnulls(name, nick) = 1
age IN (1, 2, 3)
age NOT IN (1, 2, 3)
age IN (1, rank)
age = ANY (ARRAY[1, 2])
votes IN (1, 2)
rank IN (1, 2)
balance IN (1, 2.5)
born IN ('2000-01-01', '2001-01-01')
team_id IN (SELECT id FROM team)
team_id NOT IN (SELECT id FROM team WHERE active)
EXISTS (SELECT 1 FROM team WHERE team.id = team_id)
EXISTS (SELECT FROM team t WHERE t.id = person.team_id AND t.lead_id = person.id)
NOT EXISTS (SELECT 1 FROM score s WHERE s.person_id = person.id AND s.points > 3)
age > (SELECT avg(age) FROM person p WHERE p.team_id = person.team_id)
age = (SELECT max(points) FROM score)
age > ALL (SELECT points FROM score)
age = ANY (SELECT round FROM score WHERE person_id = person.id)
(age, rank) IN (SELECT round, points FROM score)
""".strip().splitlines()

OUTPUTS = """
age + 1
age::text
name || ' ' || nick
coalesce(nick, 'none')
coalesce(balance, 0)
nullif(age, 0)
CASE WHEN age > 18 THEN 'adult' ELSE 'child' END
CASE WHEN balance > 0 THEN balance ELSE 0 END
CASE feeling WHEN 'happy' THEN 1 ELSE 2 END
upper(nick)
length(nick)
extra -> 'a'
extra ->> 'a'
extra #> '{a,0}'
(extra ->> 'n')::int
tags[1]
tags || 'x'::text
array_append(tags, 'x')
ARRAY[age, rank]
ARRAY['a', nick]
ROW(age, name) = ROW(1, 'a')
jsonb_build_object('id', id, 'name', name)
row_to_json(person)
to_jsonb(person.*)
now()
current_date
current_timestamp
current_user
born + 7
joined + interval '1 day'
joined - seen
date_trunc('week', joined)
extract(dow from born)
to_char(balance, '999.99')
round(balance, 1)
balance / 3
balance::int
'x'
'x'::varchar(5)
1
1.50
NULL
NULL::int
true
'2024-01-01'::date
interval '1 day 2 hours'
'{a,b}'::text[]
'{"a": 1}'::jsonb
gen_random_uuid()
greatest(age, rank)
least(balance, 3)
age > 18
active AND age > 18
(SELECT count(*) FROM score WHERE person_id = person.id)
(SELECT title FROM team WHERE id = person.team_id)
ARRAY(SELECT points FROM score s WHERE s.person_id = person.id ORDER BY s.at)
EXISTS (SELECT 1 FROM score)
age IN (SELECT round FROM score)
row_number() OVER ()
row_number() OVER (ORDER BY age)
rank() OVER (PARTITION BY team_id ORDER BY balance DESC)
dense_rank() OVER (ORDER BY balance DESC NULLS LAST, id)
lag(age) OVER (ORDER BY id)
lag(age, 2, 0) OVER (ORDER BY id)
sum(balance) OVER (PARTITION BY team_id)
sum(balance) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
avg(age) OVER (ORDER BY id ROWS BETWEEN 2 PRECEDING AND 1 FOLLOWING)
count(*) OVER (PARTITION BY team_id RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
first_value(name) OVER (PARTITION BY team_id ORDER BY age)
count(*) FILTER (WHERE active) OVER ()
ntile(4) OVER (ORDER BY balance)
sum(balance) OVER (ORDER BY id RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
""".strip().splitlines()

QUERIES = """
SELECT * FROM person
SELECT person.* FROM person
SELECT p.*, t.title FROM person p JOIN team t ON t.id = p.team_id
SELECT * FROM team t JOIN score s ON s.person_id = t.lead_id
SELECT name, title FROM person JOIN team ON person.team_id = team.id
SELECT name, title FROM person LEFT JOIN team ON team_id = team.id
SELECT p.name, t.title FROM team t RIGHT OUTER JOIN person p ON t.id = p.team_id
SELECT p.name, t.title FROM person p FULL JOIN team t ON t.id = p.team_id
SELECT p.name, t.title FROM person p CROSS JOIN team t
SELECT p.name, t.title FROM person p, team t WHERE p.team_id = t.id
SELECT a.name, b.name AS other FROM person a JOIN person b ON a.team_id = b.team_id AND a.id < b.id
SELECT id, p.name, t.title FROM person p JOIN team t USING (id)
SELECT id, p.name FROM person p LEFT JOIN team t USING (id, active)
SELECT id, p.name, t.title FROM person p RIGHT JOIN team t USING (id)
SELECT id, p.name, t.title FROM person p FULL JOIN team t USING (id)
SELECT * FROM team NATURAL JOIN (SELECT id, name FROM person) x
SELECT p.name, t.title, s.points FROM person p JOIN team t ON t.id = p.team_id LEFT JOIN score s ON s.person_id = p.id WHERE s.points IS NOT NULL
SELECT p.name FROM person p JOIN (team t JOIN score s ON s.person_id = t.lead_id) ON t.id = p.team_id
SELECT x.n FROM (SELECT name AS n, age FROM person) x WHERE x.age > 3
SELECT n FROM (SELECT name n FROM person WHERE active) AS x (n)
SELECT x.* FROM (SELECT id, name FROM person) x
SELECT * FROM (SELECT id, count(*) AS c FROM person GROUP BY id) x JOIN team USING (id)
SELECT p.name, x.best FROM person p, LATERAL (SELECT max(points) AS best FROM score s WHERE s.person_id = p.id) x
SELECT p.name, x.points FROM person p LEFT JOIN LATERAL (SELECT points FROM score WHERE person_id = p.id ORDER BY at DESC LIMIT 1) x ON true
SELECT team_id, count(*) FROM person GROUP BY team_id
SELECT team_id, count(*) AS n, sum(balance) FROM person GROUP BY 1
SELECT team_id AS t, count(*) FROM person GROUP BY t
SELECT team_id, count(*) FROM person GROUP BY team_id HAVING count(*) > 3
SELECT team_id, active, count(*) FROM person GROUP BY team_id, active ORDER BY 3 DESC, team_id
SELECT upper(name) AS u, count(*) FROM person GROUP BY upper(name)
SELECT upper(name) AS u, count(*) FROM person GROUP BY u
SELECT date_trunc('day', joined) AS day, count(*) FROM person GROUP BY 1 ORDER BY 1
SELECT team_id, count(DISTINCT name) FROM person GROUP BY team_id
SELECT team_id, string_agg(name, ', ' ORDER BY name) FROM person GROUP BY team_id
SELECT team_id, array_agg(name ORDER BY age DESC NULLS LAST) FROM person GROUP BY team_id
SELECT team_id, json_agg(name) FROM person GROUP BY team_id
SELECT team_id, count(*) FILTER (WHERE active) AS n FROM person GROUP BY team_id
SELECT team_id, coalesce(sum(balance), 0) AS total FROM person GROUP BY team_id
SELECT team_id, coalesce(sum(age), 0) AS total FROM person GROUP BY team_id
SELECT team_id, coalesce(sum(votes), 0) AS total FROM person GROUP BY team_id
SELECT team_id, avg(age)::numeric(5,1) AS mean FROM person GROUP BY team_id
SELECT team_id, round(avg(age), 1) AS mean FROM person GROUP BY team_id
SELECT team_id, max(joined) - min(joined) AS span FROM person GROUP BY team_id
SELECT team_id, bool_or(active) FROM person GROUP BY team_id
SELECT team_id, mode() WITHIN GROUP (ORDER BY age) FROM person GROUP BY team_id
SELECT team_id, active, count(*) FROM person GROUP BY ROLLUP (team_id, active)
SELECT team_id, active, count(*) FROM person GROUP BY CUBE (team_id, active)
SELECT team_id, active, count(*), grouping(team_id) FROM person GROUP BY GROUPING SETS ((team_id), (active), ())
SELECT count(*) FROM person
SELECT count(*), count(nick) AS nicks, count(1) AS ones FROM person
SELECT DISTINCT team_id FROM person
SELECT DISTINCT ON (team_id) team_id, name FROM person ORDER BY team_id, age DESC
SELECT name FROM person ORDER BY age
SELECT name FROM person ORDER BY age DESC
SELECT name FROM person ORDER BY age DESC NULLS LAST, name ASC NULLS FIRST
SELECT name AS n FROM person ORDER BY n
SELECT name, age FROM person ORDER BY 2, 1
SELECT lower(name) FROM person ORDER BY lower(name)
SELECT name FROM person ORDER BY age LIMIT 10
SELECT name FROM person ORDER BY age OFFSET 5 LIMIT 10
SELECT name FROM person ORDER BY age FETCH FIRST 3 ROWS ONLY
SELECT name FROM person ORDER BY age FETCH FIRST 3 ROWS WITH TIES
SELECT name FROM person LIMIT ALL
SELECT name FROM person UNION SELECT title FROM team
SELECT name, age FROM person UNION ALL SELECT title, lead_id FROM team
SELECT id FROM person INTERSECT SELECT lead_id FROM team
SELECT id FROM person EXCEPT SELECT lead_id FROM team
SELECT id FROM person EXCEPT ALL SELECT lead_id FROM team
SELECT id FROM person UNION SELECT id FROM team UNION SELECT person_id FROM score
SELECT id FROM person UNION ALL (SELECT id FROM team UNION SELECT person_id FROM score)
(SELECT id FROM person ORDER BY age LIMIT 3) UNION ALL (SELECT id FROM team LIMIT 2)
SELECT id AS n FROM person UNION SELECT id FROM team ORDER BY n
SELECT id, 'person' AS kind FROM person UNION ALL SELECT id, 'team' FROM team
SELECT nick, id FROM person UNION ALL SELECT title, id FROM team UNION SELECT 'nobody', 0
SELECT 'nobody' AS nick FROM person UNION (SELECT NULL UNION ALL SELECT title FROM team)
SELECT * FROM (SELECT NULL AS a, born FROM person UNION SELECT 'x', founded FROM team UNION SELECT 'y', '2024-01-02' UNION SELECT nick, NULL FROM person) q
SELECT 'a' AS x UNION SELECT 'b' UNION SELECT name FROM person EXCEPT SELECT 'c'
SELECT x.id FROM (SELECT id FROM person UNION SELECT id FROM team) x WHERE x.id > 3
WITH x AS (SELECT id, name FROM person WHERE active) SELECT x.name FROM x
WITH x AS (SELECT id, name FROM person) SELECT name FROM x WHERE id > 3
WITH x (a, b) AS (SELECT id, name FROM person) SELECT b FROM x WHERE a > 3
WITH x AS (SELECT id FROM person), y AS (SELECT id FROM x WHERE id > 3) SELECT y.id FROM y JOIN x ON x.id = y.id
WITH x AS MATERIALIZED (SELECT id FROM person) SELECT id FROM x
WITH x AS NOT MATERIALIZED (SELECT id FROM person) SELECT id FROM x
WITH RECURSIVE up AS (SELECT id, lead_id FROM team WHERE id = 1 UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.lead_id = t.id) SELECT * FROM up
WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10) SELECT i FROM n
WITH a AS (SELECT team_id, sum(balance) AS s FROM person GROUP BY team_id) SELECT t.title, a.s FROM team t LEFT JOIN a ON a.team_id = t.id ORDER BY a.s DESC
SELECT x FROM generate_series(1, 10) x
SELECT x.n FROM generate_series(1, 10) AS x (n)
SELECT g FROM generate_series(1, 10, 2) AS g WHERE g > 3
SELECT p.name, t FROM person p, unnest(p.tags) t
SELECT p.name, t.tag FROM person p CROSS JOIN LATERAL unnest(p.tags) AS t (tag)
SELECT p.name, t.tag, t.i FROM person p, unnest(p.tags) WITH ORDINALITY AS t (tag, i)
SELECT p.id, e.value FROM person p, jsonb_array_elements(p.extra) e
SELECT p.id, e ->> 'x' AS x FROM person p, jsonb_array_elements(p.extra) e
SELECT p.id, kv.key, kv.value FROM person p, jsonb_each_text(p.extra) kv
SELECT r.a, r.b FROM person p, jsonb_to_record(p.extra) AS r (a int, b text)
VALUES (1, 'a'), (2, 'b')
SELECT v.n FROM (VALUES (1, 'a'), (2, 'b')) AS v (i, n)
SELECT name, rank() OVER w, sum(balance) OVER w FROM person WINDOW w AS (PARTITION BY team_id ORDER BY age)
SELECT name FROM ONLY person
SELECT p.name FROM person AS p WHERE p.age > 3 AND EXISTS (SELECT 1 FROM team AS x WHERE x.id = p.team_id AND x.title LIKE 'A%')
SELECT t.title, (SELECT count(*) FROM person WHERE team_id = t.id) AS people FROM team t
SELECT t.title, (SELECT p.name FROM person p WHERE p.id = t.lead_id) AS lead FROM team t WHERE t.active
SELECT t.id FROM team t WHERE t.id NOT IN (SELECT team_id FROM person WHERE team_id IS NOT NULL)
SELECT t.id, x.c FROM team t JOIN (SELECT team_id, count(*) AS c FROM person GROUP BY team_id HAVING count(*) > 1) x ON x.team_id = t.id
SELECT a.id FROM person a LEFT JOIN person b ON b.id = a.team_id LEFT JOIN person c ON c.id = b.team_id WHERE c.id IS NULL
SELECT sum(x.c) AS total FROM (SELECT count(*) AS c FROM person GROUP BY team_id) x
SELECT id, name, CASE WHEN (SELECT count(*) FROM score s WHERE s.person_id = p.id) > 3 THEN 'many' ELSE 'few' END AS how FROM person p
SELECT s.person_id, s.points, s.points - lag(s.points) OVER (PARTITION BY s.person_id ORDER BY s.at) AS gain FROM score s
SELECT p.id, jsonb_agg(jsonb_build_object('round', s.round, 'points', s.points) ORDER BY s.round) AS scores FROM person p JOIN score s ON s.person_id = p.id GROUP BY p.id
SELECT id FROM person WHERE patience > interval '2' hour
SELECT box '((0,0),(1,1))' AS x FROM person
""".strip().splitlines()

POLICIES = """
name = current_user
team_id = current_setting('app.team')::int
team_id IN (SELECT id FROM team WHERE lead_id = person.id)
EXISTS (SELECT 1 FROM team t WHERE t.id = person.team_id AND t.active)
active OR name = current_user
id = (SELECT person_id FROM score WHERE note = current_user LIMIT 1)
team_id = ANY (ARRAY(SELECT id FROM team WHERE active))
(SELECT active FROM team WHERE id = team_id)
true
NOT EXISTS (SELECT FROM score WHERE score.person_id = person.id AND points < 0)
""".strip().splitlines()

# Behind CREATE RULE … AS.
RULES = """
ON DELETE TO person DO INSTEAD NOTHING
ON DELETE TO person DO ALSO NOTHING
ON DELETE TO person DO NOTHING
ON INSERT TO person DO INSTEAD NOTHING
ON UPDATE TO person WHERE old.age > 18 DO INSTEAD NOTHING
ON UPDATE TO person WHERE new.age BETWEEN 18 AND 65 DO INSTEAD NOTHING
ON UPDATE TO person WHERE OLD.name <> NEW.name AND NEW.nick IN ('a', 'b') DO INSTEAD NOTHING
ON UPDATE TO person WHERE old.* IS DISTINCT FROM new.* DO INSTEAD NOTHING
ON UPDATE TO person WHERE (old.age, old.name) IS DISTINCT FROM (new.age, new.name) DO INSTEAD NOTHING
ON UPDATE TO person WHERE (old.age, old.nick) IS NOT DISTINCT FROM (new.age, 'a') DO INSTEAD NOTHING
ON UPDATE TO person WHERE old IS DISTINCT FROM new AND new.tags[1:2] IS NOT DISTINCT FROM old.tags[:2] DO INSTEAD NOTHING
ON UPDATE TO person WHERE new.feeling = 'happy' OR new.nick = 'bob' DO INSTEAD NOTHING
ON UPDATE TO person WHERE new.balance < 0 DO INSTEAD NOTHING
ON UPDATE TO person WHERE EXISTS (SELECT 1 FROM team t WHERE t.id = new.team_id AND t.active) DO INSTEAD NOTHING
ON UPDATE TO person WHERE new.team_id IN (SELECT id FROM team WHERE title = old.name) DO INSTEAD NOTHING
ON UPDATE TO person WHERE new.age > (SELECT max(age) FROM person p WHERE p.team_id = old.team_id) DO INSTEAD NOTHING
ON INSERT TO person DO ALSO INSERT INTO score (person_id, note) VALUES (new.id, 'made')
ON INSERT TO person DO ALSO INSERT INTO score (person_id, note) VALUES (new.id, new.name || ' was made')
ON INSERT TO person DO ALSO INSERT INTO score VALUES (new.id, 1, 0, 0.5, now(), NULL)
ON INSERT TO person DO ALSO INSERT INTO score VALUES (new.id, 2)
ON INSERT TO person DO ALSO INSERT INTO score (person_id, round, points) VALUES (new.id, new.rank, new.votes + 1)
ON INSERT TO person DO ALSO INSERT INTO score (person_id, round) VALUES (new.id, DEFAULT)
ON INSERT TO person DO ALSO INSERT INTO score DEFAULT VALUES
ON INSERT TO person DO ALSO INSERT INTO score (person_id, at, ratio) VALUES (new.id, '2024-01-01 00:00:00+00', 1)
ON INSERT TO person DO ALSO INSERT INTO score (person_id, note) VALUES (new.id, 'a'), (new.team_id, 'b')
ON INSERT TO person DO ALSO INSERT INTO score (person_id, points, at) VALUES (new.id, 1, now()), (new.team_id, new.votes, '2024-01-01 00:00:00+00')
ON INSERT TO person DO ALSO INSERT INTO score (person_id, round) SELECT new.id, 1
ON INSERT TO person DO ALSO INSERT INTO score (person_id, note) SELECT new.id, t.title FROM team t WHERE t.id = new.team_id
ON INSERT TO person DO ALSO INSERT INTO score (person_id, points) SELECT p.id, sum(p.votes) FROM person p WHERE p.team_id = new.team_id GROUP BY p.id HAVING count(*) > 1
ON INSERT TO team DO INSTEAD INSERT INTO team SELECT new.*
ON INSERT TO team DO INSTEAD INSERT INTO team VALUES (new.*)
ON INSERT TO team WHERE new.budget > 100 DO INSTEAD INSERT INTO team (id, title) VALUES (new.id, upper(new.title))
ON INSERT TO team DO INSTEAD INSERT INTO team VALUES (new.*) RETURNING *
ON INSERT TO team DO INSTEAD INSERT INTO team (id) VALUES (new.id) RETURNING id, title, budget, founded, lead_id, NULL::boolean
ON UPDATE TO team DO ALSO INSERT INTO score (person_id, note) VALUES (old.lead_id, 'changed ' || old.title)
ON UPDATE TO team WHERE new.title <> old.title DO ALSO INSERT INTO score (person_id, note) VALUES (new.lead_id, old.title || ' is ' || new.title)
ON UPDATE TO team DO ALSO INSERT INTO score (person_id, note) VALUES (1, to_jsonb(new)::text)
ON UPDATE TO team DO ALSO INSERT INTO score (person_id, note) VALUES (1, row_to_json(old.*)::text)
ON UPDATE TO team DO ALSO INSERT INTO score (person_id, note) VALUES (1, CASE WHEN new.active THEN 'on' ELSE 'off' END)
ON UPDATE TO team DO INSTEAD UPDATE person SET team_id = new.id WHERE team_id = old.id
ON UPDATE TO team DO INSTEAD UPDATE person p SET name = 'x', nick = new.title WHERE p.team_id = old.id
ON UPDATE TO team DO INSTEAD UPDATE person SET age = age + 1, joined = now() WHERE person.team_id = old.id AND active
ON UPDATE TO team DO INSTEAD UPDATE person SET (age, rank) = (1, 2) WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET (age, rank) = ROW(new.id, 2), name = 'y' WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET (age, votes) = (SELECT s.round, s.points FROM score s WHERE s.person_id = person.id) WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET name = 'z', (age, votes) = (SELECT round, points FROM score WHERE person_id = new.lead_id LIMIT 1), rank = 3
ON UPDATE TO team DO INSTEAD UPDATE person SET name = DEFAULT, active = DEFAULT WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET tags[1] = 'lead', balance = 0 WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET tags[2:3] = '{a,b}' WHERE id = new.lead_id
ON UPDATE TO team DO INSTEAD UPDATE person SET name = s.note FROM score s WHERE s.person_id = person.id AND person.team_id = new.id
ON UPDATE TO team DO INSTEAD UPDATE person SET name = s.note FROM score s JOIN team t ON t.lead_id = s.person_id WHERE s.person_id = person.id
ON UPDATE TO team DO INSTEAD UPDATE person SET feeling = 'sad', balance = '12.5', born = '2000-01-01' WHERE feeling = 'happy'
ON UPDATE TO team DO INSTEAD UPDATE ONLY person SET age = 3
ON UPDATE TO team DO INSTEAD UPDATE team SET title = new.title WHERE team.id = old.id RETURNING *
ON UPDATE TO team DO INSTEAD UPDATE team SET active = false WHERE id = old.id RETURNING team.id, team.title, budget + 1, founded, lead_id, active
ON DELETE TO team DO ALSO DELETE FROM score WHERE person_id = old.lead_id
ON DELETE TO team DO ALSO DELETE FROM score
ON DELETE TO team DO ALSO DELETE FROM score USING person p WHERE p.id = score.person_id AND p.team_id = old.id
ON DELETE TO team DO INSTEAD UPDATE team SET active = false WHERE team.id = old.id
ON DELETE TO team DO INSTEAD DELETE FROM team WHERE id = old.id RETURNING *
ON DELETE TO team WHERE old.active DO INSTEAD (UPDATE team SET active = false WHERE id = old.id; INSERT INTO score (note) VALUES ('kept'))
ON DELETE TO team DO ALSO (DELETE FROM score WHERE person_id = old.lead_id; DELETE FROM person WHERE team_id = old.id; NOTIFY teams)
ON DELETE TO team DO ALSO NOTIFY teams
ON DELETE TO team DO ALSO NOTIFY teams, 'gone'
ON DELETE TO team DO ALSO NOTIFY "Team Lists", 'it''s gone'
ON INSERT TO team DO ALSO SELECT id, title FROM team WHERE lead_id = new.lead_id
ON INSERT TO team DO ALSO SELECT 1
ON INSERT TO home DO INSTEAD INSERT INTO home (person_id, note) VALUES (new.person_id, new.note) ON CONFLICT DO NOTHING
ON INSERT TO home DO INSTEAD INSERT INTO home (person_id, note) VALUES (new.person_id, new.note) ON CONFLICT (person_id) DO NOTHING
ON INSERT TO home DO INSTEAD INSERT INTO home (person_id, note) VALUES (new.person_id, new.note) ON CONFLICT ON CONSTRAINT home_person_id_key DO NOTHING
ON INSERT TO home DO INSTEAD INSERT INTO home VALUES (new.*) ON CONFLICT (person_id) DO UPDATE SET note = excluded.note
ON INSERT TO home DO INSTEAD INSERT INTO home VALUES (new.*) ON CONFLICT (person_id) DO UPDATE SET note = home.note || excluded.note, rooms = '{1}' WHERE home.note <> 'fixed'
ON INSERT TO home DO INSTEAD INSERT INTO home VALUES (new.*) ON CONFLICT (person_id) DO UPDATE SET (note, rooms) = (excluded.note, excluded.rooms)
ON INSERT TO home DO INSTEAD INSERT INTO home VALUES (new.*) ON CONFLICT ON CONSTRAINT home_person_id_key DO UPDATE SET (note, rooms) = (SELECT name, '{1,2}'::int[] FROM person WHERE id = excluded.person_id)
ON INSERT TO home DO INSTEAD INSERT INTO home VALUES (new.*) ON CONFLICT (lower(note), person_id) WHERE person_id > 3 DO NOTHING
ON INSERT TO home DO INSTEAD INSERT INTO home (person_id, at.city, rooms[1]) VALUES (new.person_id, 'Rome', 4)
ON UPDATE TO home DO INSTEAD UPDATE home SET at.city = (new.at).city, rooms[1] = new.rooms[1] + 1 WHERE person_id = old.person_id
ON UPDATE TO home DO INSTEAD UPDATE home SET rooms = new.rooms[1:2], note = (new.rooms)[2]::text
ON INSERT TO homes DO INSTEAD INSERT INTO home (person_id, note) VALUES (new.person_id, new.note) RETURNING home.person_id, note
ON UPDATE TO homes DO INSTEAD UPDATE home SET note = new.note WHERE home.person_id = old.person_id RETURNING person_id, home.note
ON DELETE TO homes DO INSTEAD DELETE FROM home WHERE home.person_id = old.person_id
ON INSERT TO score DO ALSO WITH best AS (SELECT max(points) AS p FROM score) UPDATE team SET budget = best.p FROM best WHERE team.active
ON INSERT TO score DO ALSO INSERT INTO team (id, title) WITH best AS (SELECT person_id, max(points) FROM score GROUP BY 1) SELECT person_id, 'best' FROM best
ON INSERT TO score DO ALSO INSERT INTO team (id) SELECT new.person_id FROM (SELECT id FROM person UNION SELECT lead_id FROM team) x
ON INSERT TO score DO ALSO UPDATE team SET budget = budget + new.points * 2 WHERE lead_id = new.person_id
ON INSERT TO score DO ALSO WITH gone AS (DELETE FROM team WHERE NOT active RETURNING id, title) INSERT INTO score (person_id, note) SELECT g.id, title FROM gone g
ON INSERT TO score DO ALSO WITH changed AS (UPDATE team SET active = false WHERE budget < 0 RETURNING *) DELETE FROM person USING changed c WHERE c.lead_id = person.id
ON INSERT TO score DO ALSO INSERT INTO team (id, title) SELECT new.person_id, x FROM unnest(ARRAY['a', new.note]) AS x
ON INSERT TO score DO ALSO INSERT INTO team (id) SELECT s.person_id FROM score s, LATERAL (SELECT max(p.id) AS m FROM person p WHERE p.id = new.person_id) y WHERE s.points = y.m
ON INSERT TO team DO ALSO INSERT INTO team (id) OVERRIDING USER VALUE VALUES (new.id)
""".strip().splitlines()


# What only a server can tell: how the input of some types reads a literal.
UNDECIDED = """
SELECT line '[(0,0),(1,1)]' AS x FROM person
""".strip().splitlines()


# What functions and operators take, and what they give: PostgreSQL finds one of several by the types of the arguments.
RESOLVED = """
SELECT jsonb_path_query_array(extra, '$[*].a.b[*]') AS all_of FROM person
SELECT id FROM person WHERE height IN (1, 2)
SELECT team_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY age) FROM person GROUP BY team_id
SELECT percentile_disc(ARRAY[0.25, 0.5]) WITHIN GROUP (ORDER BY balance DESC) FROM person
SELECT r.a, r.b FROM jsonb_to_record('{"a": 1}') AS r (a int, b text)
SELECT jsonb_set(extra, '{a}', '1') AS x FROM person
SELECT jsonb_set(extra, '{a,b}', to_jsonb(age), true) AS x FROM person
SELECT jsonb_insert(extra, '{a,0}', '"x"') AS x FROM person
SELECT extra #- '{a}' AS x, extra - 'a' AS y, extra - 1 AS z, extra - '{a,b}'::text[] AS w FROM person
SELECT json_extract_path_text(extra::json, 'a', 'b') AS x FROM person
SELECT jsonb_extract_path(extra, VARIADIC ARRAY['a', 'b']) AS x FROM person
SELECT make_interval(0, 0, 0, age) AS x FROM person
SELECT make_timestamptz(2024, 1, 1, 0, 0, 0) AS x, make_time(1, 2, 3) AS y FROM person
SELECT width_bucket(balance, 0, 10, 5) AS x FROM person
SELECT numrange(0, 100) AS x, numrange(age, balance) AS y, int8range(1, votes) AS z FROM person
SELECT daterange(born, '2024-02-01') AS x, tstzrange(joined, 'infinity') AS y FROM person
SELECT lower(int4range(1, age)) AS x, upper(daterange(born, NULL)) AS y FROM person
SELECT generate_series('2024-01-01'::date, current_date, '1 day') AS x FROM person
SELECT d::date AS day FROM generate_series(date '2024-01-01', current_date, interval '1 day') AS d
SELECT date_bin('15 minutes', joined, '2001-01-01') AS x FROM person
SELECT date_trunc('month', born) AS x, date_trunc('month', seen) AS y, date_trunc('hour', joined, 'UTC') AS z FROM person
SELECT age(born) AS x, age(joined, '2024-01-01') AS y FROM person
SELECT born + 1 AS x, born - born AS y, born + wakes AS z, 1 + born AS w, joined - seen AS v FROM person
SELECT joined - '2024-01-01' AS x, wakes - '10:00' AS y, born - '2024-01-01' AS z FROM person
SELECT patience * 2 AS x, patience / 1.5 AS y, age * interval '1 day' AS z, balance * interval '1 hour' AS w FROM person
SELECT array_position(tags, NULL) AS x, array_position('{}', name) AS y FROM person
SELECT array_append(tags, 'x') AS x, tags || 'x'::text AS y, 'x'::text || tags AS z, tags || '{x}' AS w FROM person
SELECT ARRAY[1, 2.5] || age AS x, ARRAY[age, balance] AS y, ARRAY[rank, votes] AS z FROM person
SELECT lead(balance, 1, 0) OVER (ORDER BY id) AS x, lag(age) OVER (ORDER BY id) AS y FROM person
SELECT ntile(4) OVER (ORDER BY id) AS x, nth_value(name, 2) OVER (ORDER BY id) AS y FROM person
SELECT sum(rank) AS a, sum(votes) AS b, sum(balance) AS c, sum(height) AS d, avg(rank) AS e, avg(weight) AS f FROM person
SELECT max(nick) AS a, min(feeling) AS b, max(tags) AS c, array_agg(rank) AS d, string_agg(nick, ',') AS e FROM person
SELECT coalesce(rank, 0) AS a, coalesce(height, 0) AS b, coalesce(seen, now()) AS c, coalesce(nick, 'x') AS d FROM person
SELECT greatest(weight, 0.5) AS a, least(balance, age) AS b, nullif(votes, 0) AS c, nullif(nick, '') AS d FROM person
SELECT CASE WHEN active THEN age ELSE balance END AS a, CASE WHEN 't' THEN 1 ELSE 2.5 END AS b FROM person
SELECT power(age, 2) AS a, power(balance, 2) AS b, age ^ 2 AS c, sqrt(age) AS d, round(weight) AS e, mod(balance, 2) AS f FROM person
SELECT 1e3 AS a, 1e3 + age AS b, 2. AS c, .5 * age AS d, '1'::numeric / 3 AS e, 5::bigint / 2 AS f FROM person
SELECT balance::numeric(12,2) AS a, joined::timestamptz(3) AS b, nick::varchar(30) AS c, nick::varchar(5) AS d FROM person
SELECT ~age AS a, -age AS b, @ age AS c, age # 3 AS d, age << 2 AS e, |/ weight AS f, !!to_tsquery('a') AS g FROM person
SELECT point(1, 2) AS a, point(weight, balance) <-> point '(0,0)' AS b, box(point(0, 0), point(1, 1)) AS c FROM person
SELECT substring('\\xABCD'::bytea from 1 for 2) AS a, 'x'::bytea || '\\x01' AS b, octet_length('\\000\\001'::bytea) AS c FROM person
SELECT B'101' || B'1' AS a, B'101'::bit(8) AS b, x'1F'::varbit AS c, 5::bit(8) AS d FROM person
SELECT inet '10.0.0.1' + 1 AS a, cidr '10.0.0.0/8' >> inet '10.0.0.1' AS b, masklen('10.0.0.0/8') AS c FROM person
SELECT 'NaN'::float8 AS a, 'infinity'::float8 > age AS b, '-inf'::float4 AS c FROM person
SELECT interval '10:20' minute to second AS a, interval '1-2' year to month AS b, interval '1 2:03' AS c FROM person
SELECT '1 month - 1 day'::interval AS a, 'P1Y2M3DT4H'::interval AS b, '1.5 days'::interval AS c, '1.5 months'::interval AS d FROM person
SELECT pg_total_relation_size('person') AS a, 'person'::regclass = tableoid AS b FROM person
SELECT p AS a, (p).name AS b FROM person p
SELECT tableoid::regclass AS a, ctid AS b FROM person
SELECT id FROM person ORDER BY id USING >, name USING <
SELECT id FROM person WHERE 'x' = ANY ('{a,b}') OR nick <> ALL ('{a,b}') OR rank = ANY ('{1,2}')
SELECT id FROM person WHERE weight BETWEEN 0 AND 1.5 OR height NOT BETWEEN SYMMETRIC 1 AND 0
SELECT id FROM person WHERE balance IS DISTINCT FROM 0 OR votes IS NOT DISTINCT FROM rank
SELECT id FROM person WHERE (born, interval '1 day') OVERLAPS (born, born) OR (joined, joined) OVERLAPS ('2024-01-01', '2024-02-01')
SELECT id FROM person WHERE extract(dow FROM born) IN (0, 6) OR date_part('year', joined) = 2024
SELECT id FROM person WHERE daterange(born, NULL) @> current_date OR int4range(1, 5) && '[1,4]' OR age <@ int4range(0, 9)
SELECT id FROM person WHERE nick LIKE ANY (ARRAY['a%', 'b%']) OR nick ~ ANY ('{a,b}')
SELECT id FROM person WHERE votes = '12' OR weight = '1' OR balance > '1.50' OR rank < '5'
SELECT id FROM person WHERE born = '20240101' OR joined > '20240101' OR wakes = '24:00'
SELECT id FROM person WHERE feeling = ANY (enum_range('sad'::mood, NULL)) OR feeling > 'happy'
SELECT name::name AS a, nick::name AS b, code::text AS c, code::varchar AS d, name::char(3) AS e, name::bpchar AS f, name::"char" AS g FROM person
SELECT name::varchar AS a, nick::text AS b, lower(name::varchar) AS c, nick::varchar(5)::text AS d, 'abc'::varchar(2) AS e FROM person
SELECT id FROM person WHERE code = 'a' OR code = 'a'::text OR code = name OR code = nick OR code = nick::text
SELECT id FROM person WHERE code IN ('a', 'b') OR code = ANY (ARRAY['a', 'b']) OR code IN (name, 'b')
SELECT person_id FROM member WHERE login IN ('a', 'b') OR login = ANY (ARRAY['a', 'b']) OR login = 'x'::text OR login LIKE 'a%'
SELECT id FROM person WHERE nick <> ALL (ARRAY[nick::char(3), name]) OR nick IN ('a', 'b'::text)
SELECT id FROM person WHERE 'x' COLLATE "C" < nick OR (nick COLLATE "C")::text = 'x' OR (name COLLATE "C")::integer > 1
SELECT 'x' COLLATE "C" || code || nick AS a, lower(nick COLLATE "C") AS b FROM person
SELECT trim(nick) || ' ' AS a, trim(both 'x' from code) AS b, starts_with(code, 'x') AS c, hashtext(nick) AS d, array_cat(tags, '{x}') AS e FROM person
SELECT CASE WHEN active THEN nick ELSE code END AS a, CASE WHEN active THEN 'a'::varchar ELSE 'b'::bpchar END AS b FROM person
SELECT nullif('a', 'b') || nick AS a, nullif(trim(nick), '') AS b, coalesce(nick, 'a'::text) AS c, coalesce(nick, name::name) AS d FROM person
SELECT '2'::text::integer AS a, 'now'::text::timestamp AS b, '{}'::text::jsonb AS c, 'abc'::text::varchar(2) AS d, 'ä'::name AS e, 'open'::"char" AS f FROM person
SELECT * FROM (VALUES (1, 'a'::bpchar), (2, 'b')) v (k, l)
SELECT name AS a, 'x' AS b, 1 AS c FROM person UNION SELECT 'y', login, person_id FROM member UNION ALL SELECT note, code, 2 FROM home, person
SELECT person_id FROM member WHERE email = 'a' AND work_email LIKE '%@b' AND share > 0.5 AND seats = 1 AND labels @> '{a}' AND settings ? 'k'
SELECT person_id FROM member WHERE 'x' = ANY (labels) OR email = ANY (labels) OR labels[1] IN ('a', 'b') OR seats IN (SELECT age FROM person)
SELECT lower(email) AS a, work_email || 'x' AS b, coalesce(email, 'x') AS c, seats / 2 AS d, share * seats AS e, settings ->> 'a' AS f FROM member
SELECT lower(email COLLATE "C") AS a, (email, seats) < ('x', 2) AS b, CASE WHEN seats > 1 THEN work_email ELSE 'x' END AS c FROM member
SELECT string_agg(email, ', ' ORDER BY email) AS a, max(share) AS b, array_agg(seats) AS c, lag(email, 1, '') OVER (ORDER BY seats) AS d FROM member GROUP BY email, seats
SELECT 'x'::email AS a, '1.50'::share AS b, '{}'::settings AS c, '{a}'::labels AS d, NULL::work_email AS e FROM member
SELECT id FROM person WHERE extra @? '$.a[*] ? (@ > 2)'
SELECT id FROM person TABLESAMPLE bernoulli (10) REPEATABLE (1)
SELECT p.id FROM person p TABLESAMPLE system (0.5 + 1) WHERE p.active
SELECT id FROM person FOR UPDATE
SELECT p.id FROM person p JOIN team t ON t.lead_id = p.id FOR SHARE OF t NOWAIT FOR NO KEY UPDATE OF p
SELECT p.id FROM person p, (SELECT id AS team FROM team) t, generate_series(1, 2) g FOR KEY SHARE SKIP LOCKED
SELECT r.a, r.b FROM jsonb_to_recordset('[]') AS r (a integer, b varchar(5), c numeric(5,2)[])
SELECT r.b FROM jsonb_to_recordset('[]') AS r (a bigint, b varchar(5), c numeric(5,2)[])
SELECT v.a FROM (VALUES (1, 'x'), (2.5, NULL)) v (a, b)
SELECT id FROM person WHERE code <> ALL (ARRAY['a'::varchar, 'b']) AND code = ANY (ARRAY['c'::text, 'd'])
SELECT id FROM person WHERE wakes IN ('1 hour'::interval, '10:00') AND born NOT IN ('January 8, 1999', '1999/1/9')
SELECT greatest(joined, '2024-01-01 00:02Z')::date AS d, coalesce(born, 'May 6, 2007') AS e FROM person
SELECT id FROM person WHERE date(born) = born AND text(nick) = name AND int4(nick) > int4(balance) AND date(greatest(seen, '2024-1-1')) > date(nick)
SELECT id FROM person WHERE to_hex(age) <> to_hex(age::bigint) AND to_tsvector('Public.X') @@ plainto_tsquery('a''b')
SELECT span('{}', '{1}') AS a, span('{}', '{1,2}', '()') AS b, span(rooms, NULL) AS c FROM home
SELECT pg_total_relation_size(c.oid) AS a, pg_indexes_size(c.oid) AS b FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND nspname IN ('public', 'x') AND n.nspname LIKE 'a%' AND c.oid > 16384
SELECT relname, relname || 'x' AS a, relacl FROM pg_catalog.pg_class WHERE relnamespace = 'public'::regnamespace AND oid = 'person'::regclass AND relkind <> ALL ('{r,p}') AND relname NOT LIKE 'pg\\_%'
SELECT pid, now() - query_start AS age, coalesce(usename, 'none') AS who FROM pg_stat_activity WHERE state = 'active' AND datname = current_database() AND query_start < now() - interval '5 minutes'
SELECT relname, n_live_tup + 1 AS n, round(n_dead_tup * 100.0 / nullif(n_live_tup, 0), 2) AS share FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY n_dead_tup DESC
SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS t FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = 'person'::regclass AND a.attnum > 0 AND NOT attisdropped AND t.typname IN ('text', 'int4')
SELECT conname, pg_get_constraintdef(oid) AS d FROM pg_constraint WHERE contype = 'f' AND conrelid = 'person'::regclass AND 1 = ANY (conkey)
SELECT table_name, table_name || 'x' AS a, lower(table_name) AS b, table_name::text AS d FROM information_schema.columns WHERE column_name = 'x' AND table_schema NOT IN ('a', 'b') AND is_nullable = 'YES' AND ordinal_position > 3 AND table_name LIKE 'a%'
SELECT coalesce(table_name, 'x') AS a, CASE WHEN is_nullable = 'NO' THEN column_default ELSE 'none' END AS b FROM information_schema.columns WHERE column_default IS DISTINCT FROM 'x' AND table_name = current_user
SELECT c.table_name, t.table_type FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name) WHERE t.table_type = 'BASE TABLE' AND c.data_type IN ('text', 'uuid')
SELECT mail COLLATE "C" AS a, lower(host COLLATE "C") AS b, mail || 'x' COLLATE "C" AS c FROM contact WHERE mail COLLATE "C" = 'x' OR host COLLATE "C" LIKE 'a%' OR 'b' COLLATE "C" < mail
SELECT mail FROM contact WHERE mail COLLATE "C" > host OR lower(mail) COLLATE "C" = 'x' OR mail COLLATE "C" IN ('a', 'b')
SELECT '0'::regclass AS a, '00'::regtype AS b, '0'::oid AS c FROM contact WHERE relation <> '0' AND relation = 'contact'::regclass AND relation IS DISTINCT FROM '-'::regclass
SELECT jsonb_to_tsvector('simple', extra, '["string"]') AS a, jsonb_to_tsvector('simple', extra -> 'x', '["string", "numeric"]'::jsonb) AS b FROM person
SELECT jsonb_to_tsvector('simple', (paper).body, '["string"]') AS a, split_part((paper).lines, ',', '1') AS b, jsonb_set((paper).body, '{a}', '1') AS c FROM sheet
SELECT p.street, p.city, n FROM visit, unnest(places) p, unnest(nicks) n WHERE p.street = 'a' AND city IN ('b', 'c') AND n = 'd'
SELECT day, c, r.* FROM current_date AS day, coalesce('a') c, jsonb_populate_record(NULL::place, '{}') r WHERE day > '2024-1-5' AND r.city = 'x'
SELECT p FROM visit, unnest(places) p
SELECT age, team_id, sum(votes) AS s FROM person GROUP BY (age, team_id)
SELECT age, team_id, name AS n FROM person GROUP BY ((age, 2), id), n
SELECT age, team_id FROM person GROUP BY ROW(age, team_id), age, team_id
SELECT age, name, count(*) AS n FROM person GROUP BY age, 2, age, (name, age) ORDER BY age DESC, 2, age
SELECT age, name, count(*) AS n FROM person GROUP BY GROUPING SETS (GROUPING SETS ((age), (name)), (age, name, age), ROLLUP (age, name), ())
SELECT age, count(*) AS n FROM person GROUP BY (), age
SELECT DISTINCT ON (age, lower(name), team_id) age, nick FROM person ORDER BY lower(name) DESC, age, team_id, id
SELECT DISTINCT ON (2, age, age) age, nick FROM person ORDER BY age
SELECT array_agg(nick ORDER BY age, name, age DESC) AS a, sum(age) OVER (PARTITION BY team_id, name, team_id ORDER BY id, id) AS b FROM person GROUP BY team_id, name, age, id
SELECT id, (SELECT max(points) FROM score WHERE person_id = id) AS best FROM person ORDER BY 2, (SELECT min(points) FROM score WHERE person_id = id)
SELECT id FROM person WHERE (SELECT max(s.points) FROM score s, score t WHERE s.person_id = id AND t.round > s.round) BETWEEN 1 AND votes
SELECT (SELECT p.id FROM person p JOIN team t ON t.lead_id = p.id LIMIT 1) IN (1, team.id) AS a FROM team
SELECT a.x, b.x AS y FROM (SELECT id AS x FROM person) a, LATERAL (SELECT a.x + t.id AS x FROM team t WHERE t.lead_id = a.x) b, person
WITH a AS (SELECT id FROM team), b AS (WITH a AS (SELECT id FROM person), c AS (SELECT a.id FROM a) SELECT c.id FROM c, a) SELECT a.id FROM a JOIN b ON a.id = b.id
SELECT id FROM person WHERE (team_id, nick) = (SELECT id, title FROM team LIMIT 1) OR (age, 'x') = (SELECT round, note FROM score LIMIT 1)
SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2]), unnest(ARRAY['a'])) AS r(a, b) WHERE b = 'x' OR a > '1'
SELECT name FROM person ORDER BY age, name FETCH FIRST 3 ROWS WITH TIES
WITH m(start) AS (SELECT * FROM generate_series(date_trunc('month', now() - '1 month'::interval), now(), '1 month'::interval)) SELECT start, start + '1 month' AS next FROM m
SELECT d + '1 day' AS a, d::date - 1 AS b FROM generate_series('2024-01-01'::timestamp, now(), '1 day') d WHERE d > '2024-02-01'
SELECT day + '1 day' AS a FROM generate_series('2024-01-01'::timestamp, '2024-02-01', '1 day') AS s(day) WHERE day <> '2024-1-5'
SELECT ARRAY(SELECT DISTINCT * FROM unnest(regexp_split_to_array(coalesce(name, ''), 'x')) AS w WHERE w <> '') AS a FROM person
SELECT * FROM unnest(ARRAY['a'], ARRAY[1, 2]) AS x(a, b), ROWS FROM (generate_series(1, 2), unnest(ARRAY['z'])) AS y(p, q) WHERE a <> '1' AND b > '2' AND q IN ('x', 'y')
SELECT * FROM ROWS FROM (generate_series(1, 2), jsonb_each('{}')) WITH ORDINALITY z WHERE ordinality > '1' AND key = 'x'
SELECT w, w || 'x' AS a FROM person, regexp_split_to_table(name, ',') AS w WHERE w LIKE 'a%' ORDER BY w
SELECT p.id, e ->> 'a' AS a, t.k FROM person p, jsonb_array_elements(p.extra -> 'x') AS e, jsonb_object_keys(p.extra) AS t(k) WHERE e -> 'b' = '{"c":1,"b":2}' AND k IN ('a', 'b')
SELECT e.key, e.value FROM person p, jsonb_each(p.extra) AS e WHERE e.value = '"x"' AND key <> ''
SELECT u.t, u.ordinality + 1 AS n FROM person p, unnest(p.tags) WITH ORDINALITY u(t) WHERE t <> 'a' AND ordinality < '3'
SELECT m, m = 'sad' AS a FROM unnest(enum_range(NULL::mood)) AS m
SELECT * FROM unnest(ARRAY[1, 2]) WITH ORDINALITY u
SELECT u FROM unnest(ARRAY[1, 2]) WITH ORDINALITY u
SELECT DISTINCT * FROM regexp_split_to_table('a,b', ',') ORDER BY 1
""".strip().splitlines()


# What joins, rows, frames, XML and recursion are put together of.
COMPOUND = """
SELECT j.title, j.q FROM (team t JOIN score s ON t.lead_id = s.person_id) AS j (p, title, q) WHERE j.ratio > 1
SELECT j.a, j.b FROM (team t CROSS JOIN score s) AS j (a, b)
SELECT j.person_id, ratio FROM (score JOIN home USING (person_id, note)) AS j WHERE j.points > '3'
SELECT person_id, j.note, m.seats FROM (score JOIN home USING (person_id, note)) AS j JOIN member m USING (person_id)
SELECT j.person_id, k.rooms FROM (score s LEFT JOIN home h USING (person_id)) AS j JOIN (home g RIGHT JOIN member USING (person_id)) AS k ON k.person_id = j.person_id
SELECT EXISTS (SELECT * FROM (score JOIN home USING (note)) JOIN member ON true) AS x
SELECT EXISTS (SELECT * FROM (score s JOIN home h USING (note, person_id)) JOIN (home JOIN member USING (person_id)) USING (person_id)) AS x
SELECT u.person_id, s.note FROM score s JOIN home h USING (person_id) AS u WHERE u.person_id > '3'
SELECT u.* FROM score FULL JOIN home USING (person_id, note) AS u
SELECT h.note, u.person_id AS k FROM score JOIN home h USING (person_id) AS u, team
SELECT n.a FROM ((team t JOIN score s ON s.person_id = t.id) AS m JOIN home ON home.person_id = m.id) AS n (a) WHERE n.rooms[1] = 3
SELECT sum(votes) OVER (ORDER BY born RANGE '1 day' PRECEDING) AS a, sum(votes) OVER (ORDER BY wakes RANGE BETWEEN '1 hour' PRECEDING AND '02:00' FOLLOWING) AS b FROM person
SELECT sum(votes) OVER (ORDER BY weight RANGE '5' PRECEDING) AS a, sum(votes) OVER (ORDER BY age DESC RANGE BETWEEN '5' PRECEDING AND 7 FOLLOWING) AS b FROM person
SELECT sum(votes) OVER (ORDER BY age ROWS '2' PRECEDING) AS a, sum(votes) OVER (ORDER BY balance GROUPS BETWEEN CURRENT ROW AND '3' FOLLOWING) AS b FROM person
SELECT id FROM person LIMIT '3'
SELECT id FROM person OFFSET '3' LIMIT 2::bigint
SELECT id FROM person ORDER BY age FETCH FIRST '3' ROWS WITH TIES
SELECT ROW('Elm', 'Rome')::place AS a, (ROW('Elm', nick)::place).city || 'x' AS b FROM person
SELECT (at).street || 'x' AS a, (at).* FROM home WHERE (at).city IN ('Rome', 'Oslo') AND (at).city < 'x' AND at = ROW('Elm', 'Rome')
SELECT (h).note AS a, (h).* FROM home h
SELECT v.k FROM (VALUES (1, 'a'), (2, 'b') ORDER BY 2, 1 DESC) AS v (k)
SELECT ARRAY[ROW('Elm', 'Rome'), ROW('Oak', NULL)]::place[] AS a, row_to_json(ROW(h.*, 1)) AS b FROM home h
SELECT t.id FROM team t, score s WHERE ROW(t.*) IS DISTINCT FROM ROW(t.id, t.title, 5, t.founded, s.round, t.active)
SELECT EXISTS (SELECT * FROM score JOIN home USING (person_id) JOIN member USING (person_id) JOIN team ON true) AS x
SELECT EXISTS (SELECT * FROM (score JOIN home USING (person_id)) FULL JOIN team t (round) USING (round)) AS x
SELECT id FROM person WHERE feeling IS DISTINCT FROM NULL
SELECT id FROM person WHERE feeling IS NOT DISTINCT FROM NULL
SELECT a.attname, i.indkey FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indkey[0] > 0
SELECT grantee::regrole::text AS a, privilege_type FROM pg_class, aclexplode(relacl) WHERE privilege_type <> 'SELECT' AND grantee > 10
SELECT (aclexplode(relacl)).privilege_type AS a, (aclexplode(relacl)).grantee FROM pg_class
SELECT o.k FROM pg_foreign_server, pg_options_to_table(srvoptions) AS o (k, v) WHERE o.v = 'x'
SELECT word, catcode FROM pg_get_keywords() WHERE catcode IN ('R', 'T') ORDER BY word
SELECT alias, token || 'x' AS a FROM ts_debug('english', 'a b')
SELECT rulename, fdwname FROM pg_rules r, pg_foreign_data_wrapper WHERE r.rulename <> '_RETURN' AND fdwowner = 10
SELECT k, v, k2, v2 FROM ROWS FROM (jsonb_each('{"a": 1}'), jsonb_each('{"b": 2}')) AS r (k, v, k2, v2)
SELECT k2 AS k, v, k AS k2, v2 FROM ROWS FROM (jsonb_each('{"a": 1}'), jsonb_each('{"b": 2}')) AS r (k, v, k2, v2)
SELECT row_to_json(q) AS k FROM (SELECT age FROM person) AS q
SELECT row_to_json(q) AS k FROM (SELECT age AS years FROM person) AS q
SELECT row_to_json(q.*) AS k FROM (SELECT age FROM person) AS q (n)
WITH q AS (SELECT age AS y FROM person) SELECT jsonb_agg(q ORDER BY q.y) AS k FROM q
WITH q (x) AS (SELECT age AS y FROM person) SELECT jsonb_agg(q ORDER BY q.x) AS k FROM q
SELECT to_jsonb(v) AS k FROM (VALUES (1, 'a')) AS v (m, n)
SELECT to_jsonb(v) AS k FROM (VALUES (1, 'a')) AS v (n, m)
SELECT to_jsonb(j) AS k FROM (home JOIN (SELECT person_id, 1 AS one FROM score) s USING (person_id)) AS j (a)
SELECT to_jsonb(j) AS k FROM (home JOIN (SELECT person_id, 1 AS one FROM score) s USING (person_id)) AS j (b)
SELECT to_jsonb(e) AS k FROM jsonb_each('{}') AS e
SELECT to_jsonb(e) AS k FROM jsonb_each('{}') AS e (a)
SELECT to_jsonb(e) AS k, e IS NULL AS l FROM home AS e (a)
SELECT to_jsonb(e) AS k FROM unnest(ARRAY[1], ARRAY['a']) AS e (a, b)
SELECT to_jsonb(e) AS k FROM unnest(ARRAY[1], ARRAY['a']) AS e (a, c)
SELECT e.key AS k FROM jsonb_each('{}') AS e
SELECT (e.key #>> '{}') AS k FROM jsonb_each('{}') AS e (value, key)
SELECT e.privilege_type AS k FROM aclexplode(NULL) AS e
SELECT e.b AS k FROM aclexplode(NULL) AS e (a, b)
SELECT xmlelement(NAME a, age) AS x FROM person
SELECT xmlelement(NAME b, age) AS x FROM person
SELECT xmlelement(NAME "A b", xmlattributes(age, nick AS "c d"), 'text', born, xmlelement(NAME e)) AS x FROM person
SELECT xmlelement(NAME "A b", xmlattributes(age, nick AS "c e"), 'text', born, xmlelement(NAME e)) AS x FROM person
SELECT xmlforest(age, nick AS b, votes + 1 AS c) AS x FROM person
SELECT xmlagg(xmlelement(NAME a, age) ORDER BY id) AS x FROM person
SELECT xmlagg(xmlforest(age) ORDER BY id DESC) AS x FROM person
SELECT xmlconcat(xmlcomment(nick), '<a/>', xmlpi(NAME b), xmlpi(NAME c, nick)) AS x FROM person
SELECT xmlroot('<a/>', VERSION '1.0', STANDALONE YES) AS x, xmlroot('<a/>', VERSION NO VALUE) AS y
SELECT xmlroot('<a/>', VERSION '1.0', STANDALONE NO) AS x, xmlroot('<a/>', VERSION NO VALUE, STANDALONE NO VALUE) AS y
SELECT xmlparse(DOCUMENT nick) AS x, xmlparse(CONTENT '<a/>' PRESERVE WHITESPACE) AS y FROM person
SELECT xmlparse(CONTENT nick) AS x, xmlparse(CONTENT '<a/>') AS y FROM person
SELECT xmlserialize(CONTENT xmlcomment(nick) AS text) || 'x' AS x, xmlserialize(DOCUMENT '<a/>' AS varchar(5)) AS y FROM person
SELECT id FROM person WHERE xmlparse(CONTENT name) IS DOCUMENT AND NOT '<a/>' IS DOCUMENT
SELECT id FROM person WHERE xmlexists('//a' PASSING xmlparse(CONTENT nick))
SELECT x.k, x.n FROM person p, xmltable('/a/b' PASSING xmlparse(CONTENT p.nick) COLUMNS k integer PATH '@k', n FOR ORDINALITY) x WHERE k > '3'
SELECT * FROM xmltable('/a/b' PASSING '<a/>' COLUMNS k varchar(5) DEFAULT 'none' NOT NULL, l date PATH 'c' DEFAULT '2024-1-2')
SELECT * FROM xmltable('/a/b' PASSING '<a/>' COLUMNS k varchar(5) DEFAULT 'none', l date PATH 'c' DEFAULT '2024-1-2')
SELECT * FROM xmltable(xmlnamespaces('http://a' AS n, DEFAULT 'http://b'), '/n:a' PASSING '<a/>' COLUMNS k text PATH 'n:b')
SELECT * FROM xmltable(xmlnamespaces('http://a' AS m, DEFAULT 'http://b'), '/n:a' PASSING '<a/>' COLUMNS k text PATH 'n:b')
WITH RECURSIVE up (id, above) AS (SELECT id, lead_id FROM team UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.above = t.id) SEARCH DEPTH FIRST BY id SET place SELECT id FROM up ORDER BY place
WITH RECURSIVE up (id, above) AS (SELECT id, lead_id FROM team UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.above = t.id) SEARCH BREADTH FIRST BY id, above SET place SELECT id FROM up ORDER BY place, above
WITH RECURSIVE up (id, above) AS (SELECT id, lead_id FROM team UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.above = t.id) CYCLE id SET closes USING way SELECT id, array_length(way, 1) AS n FROM up WHERE NOT closes
WITH RECURSIVE up (id, above) AS (SELECT id, lead_id FROM team UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.above = t.id) CYCLE id SET closes TO 1 DEFAULT 0 USING way SELECT id, closes + 1 AS n FROM up
WITH RECURSIVE up (id, above) AS (SELECT id, lead_id FROM team UNION ALL SELECT t.id, t.lead_id FROM team t JOIN up ON up.above = t.id) CYCLE id SET closes TO 1 DEFAULT 2 USING way SELECT id, closes + 1 AS n FROM up
WITH RECURSIVE up AS (SELECT id, lead_id FROM team UNION SELECT id, lead_id FROM up) SEARCH DEPTH FIRST BY id SET place CYCLE id SET closes USING way SELECT closes, EXISTS (SELECT * FROM up) AS x FROM up ORDER BY place
""".strip().splitlines()


def rows():
    """(kind, text) of all of them; a condition and an output stand in a view of one table."""
    for condition in CONDITIONS:
        yield "view", f"SELECT id FROM person WHERE {condition}"
    for output in OUTPUTS:
        yield "view", f"SELECT {output} AS x FROM person"
    for query in QUERIES:
        yield "view", query
    for query in RESOLVED + COMPOUND:
        yield "view", query
    for query in UNDECIDED:
        yield "undecided", query
    for condition in POLICIES:
        yield "policy", condition
    for rule in RULES:
        yield "rule", rule
