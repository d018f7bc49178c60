#include <pgplumb/sql/expression.h>
#include <pgplumb/sql/parse.h>

#include <fstream>
#include <map>
#include <sstream>

#include "catch.h"
#include "sql/read_type.h"

using namespace pgplumb;

namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(separator, begin)) != std::string::npos; begin = end + separator.size())
    parts.push_back(text.substr(begin, end - begin));
  parts.push_back(text.substr(begin));
  return parts;
}

/// A table of columns and types to read expressions on.
class Workbench {
 public:
  explicit Workbench(const std::string& columns) {
    names_.column = [this](std::string_view name) -> const Symbol* {
      const auto found = columns_.find(std::string(name));
      return found == columns_.end() ? nullptr : found->second;
    };
    names_.type = [this](std::string_view, std::string_view name) {
      const Symbol*& type = types_[std::string(name)];
      return type ? type : type = symbols_.make(name, public_);
    };
    for (const std::string& column : split(columns, ", ")) {
      const std::size_t space = column.find(' ');
      const Symbol* symbol = columns_[column.substr(0, space)] = symbols_.make(column.substr(0, space));
      column_types_[symbol] = parse_type(column.substr(space + 1), names_);
    }
  }

  Expression read(const std::string& text, const std::string& target = {}) const {
    const DataType type = target.empty() ? DataType{} : parse_type(target, names_);
    return normalise(parse_expression(text, names_), target.empty() ? nullptr : &type, lookup());
  }
  Expression again(Expression expression, const std::string& target = {}) const {
    const DataType type = target.empty() ? DataType{} : parse_type(target, names_);
    return normalise(std::move(expression), target.empty() ? nullptr : &type, lookup());
  }

 private:
  KnownTypes lookup() const {
    return {[this](pgplumb::ColumnRef column) -> const DataType* {
      const auto found = column_types_.find(column.symbol);
      return found == column_types_.end() ? nullptr : &found->second;
    }};
  }

  Symbols symbols_;
  const Symbol* public_ = symbols_.make("public");
  std::map<std::string, const Symbol*> columns_, types_;
  std::map<const Symbol*, DataType> column_types_;
  NameResolver names_;
};

struct Pair {
  std::string kind, target, written, stored;
};

/// The fixture: what was written, and what PostgreSQL 15 gave back for it with an empty search_path.
struct Fixture {
  std::string columns;
  std::vector<Pair> pairs;
};

Fixture read_fixture() {
  std::ifstream file("tests/unit/expression_pairs.tsv");
  Fixture fixture;
  for (std::string line; std::getline(file, line);) {
    const auto fields = split(line, "\t");
    if (fields.at(0) == "columns")
      fixture.columns = fields.at(2);
    else
      fixture.pairs.push_back({fields.at(0), fields.at(1), fields.at(2), fields.at(3)});
  }
  return fixture;
}

/// Forms in which PostgreSQL stores the same meaning differently; both of a row are the stored text of some pair.
const std::vector<std::vector<std::string>>& same_meanings() {
  static const std::vector<std::vector<std::string>> groups = {
      {"10", "10.00"},
      {"1.5", "'1.5'::real"},
      {"('5'::numeric / (2)::numeric)", "((5)::numeric / '2'::numeric)"},
      {"'draft'::text", "'draft'::character varying"},
      {"'pending'::character varying", "'pending'::character varying(32)", "'pending'::text"},
      {"gen_random_uuid()", "(gen_random_uuid())::text"},
      {"ARRAY[]::text[]", "ARRAY[]::character varying[]"},
      {"CURRENT_USER", "USER"},
      {"now()", "CURRENT_TIMESTAMP", "transaction_timestamp()"},
      {"((slug)::text = ANY (ARRAY['a'::text, 'b'::text]))",
       "((slug)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"},
      {"(SUBSTRING(title FROM 1 FOR 3) = 'abc'::text)", "(\"substring\"(title, 1, 3) = 'abc'::text)"},
  };
  return groups;
}

/// Still a cast, in which the text stands as it was written.
bool has_unread_part(const Expression& literal) { return literal.kind == Expression::Kind::cast; }

bool mean_the_same(const std::string& a, const std::string& b) {
  if (a == b) return true;
  for (const auto& group : same_meanings()) {
    const auto has = [&](const std::string& text) { return std::find(group.begin(), group.end(), text) != group.end(); };
    if (has(a) && has(b)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("sql: what was written equals what the server stores of it") {
  const Fixture fixture = read_fixture();
  REQUIRE(fixture.pairs.size() > 400);
  const Workbench bench(fixture.columns);
  for (const Pair& pair : fixture.pairs) {
    const Expression written = bench.read(pair.written, pair.target);
    const Expression stored = bench.read(pair.stored, pair.target);
    INFO(pair.kind << " " << pair.target << ": " << pair.written << " | " << pair.stored);
    INFO(display_expression(written) << " | " << display_expression(stored));
    CHECK(written == stored);
    CHECK(bench.again(written, pair.target) == written);
    CHECK_FALSE(has_opaque_part(written));
  }
}

TEST_CASE("sql: what the server keeps apart is not equal") {
  const Fixture fixture = read_fixture();
  const Workbench bench(fixture.columns);
  std::map<std::string, std::vector<std::pair<const Pair*, std::pair<Expression, Expression>>>> groups;
  for (const Pair& pair : fixture.pairs)
    groups[pair.kind + pair.target].push_back(
        {&pair, {bench.read(pair.written, pair.target), bench.read(pair.stored, pair.target)}});
  for (const auto& [name, members] : groups)
    for (const auto& [a, trees_of_a] : members)
      for (const auto& [b, trees_of_b] : members)
        if (!mean_the_same(a->stored, b->stored) && trees_of_a.first == trees_of_b.second)
          FAIL_CHECK(name << ": " << a->written << " equals " << b->stored);
}

TEST_CASE("sql: different expressions stay different") {
  const Workbench bench("a integer, n numeric(10,2), t text, ts timestamp with time zone, j jsonb, tags text[]");
  const auto differ = [&](const std::string& target, const std::string& a, const std::string& b) {
    INFO(target << ": " << a << " | " << b);
    CHECK_FALSE(bench.read(a, target) == bench.read(b, target));
  };
  differ("text[]", "'{}'", "ARRAY[]::text[]");
  differ("jsonb", "'{}'", "'[]'");
  differ("text", "'1'", "1");
  differ("text", "''", "' '");
  differ("integer", "0", "1");
  differ("boolean", "true", "false");
  differ("numeric", "1.50", "1.5");
  differ("json", "'{\"a\":1}'", "'{\"a\": 1}'");
  differ("timestamp with time zone", "now()", "clock_timestamp()");
  differ("timestamp with time zone", "CURRENT_TIMESTAMP(3)", "CURRENT_TIMESTAMP");
  differ("timestamp with time zone", "'2024-01-02 00:00+01'", "'2024-01-02'");
  differ("interval", "'1 mon'", "'30 days'");
  differ("double precision", "1::numeric / 3", "1 / 3");
  differ("numeric", "'1'::numeric / 3", "1 / 3");
  differ("numeric", "1e0 / 3", "1 / 3");
  differ("numeric", "1.5::int", "1.5");
  differ("", "n = 1::real", "n = 1");
  differ("", "coalesce(a, 1) / 2 > 0", "coalesce(a, 1.0) / 2 > 0");
  differ("", "a::numeric / 2 > 0", "a / 2 > 0");
  differ("", "a + '1'::bigint > 0", "a + '1'::numeric > 0");
  differ("daterange", "'[2024-01-01,2024-01-31]'", "'[2024-01-01,2024-01-31)'");
  differ("interval", "interval '10:20' minute to second", "interval '10:20'");
  differ("cidr", "'10'", "'10.0.0.10'");
  differ("", "a > 0", "a >= 0");
  differ("", "a = 1 and t = 'x'", "a = 1 or t = 'x'");
  differ("", "t in ('x', 'y')", "t in ('y', 'x', 'z')");
  differ("", "a in (1, 2)", "a not in (1, 2)");
  differ("", "lower(t)", "upper(t)");
  differ("", "f(a)", "auth.f(a)");
  differ("", "j -> 'a'", "j ->> 'a'");
  differ("", "t::integer > 1", "t > '1'");
}

TEST_CASE("sql: a literal is read as the type that it meets, whatever the whole is stored as") {
  const Workbench bench("a integer, ts timestamp with time zone, d date");
  const auto differ = [&](const std::string& target, const std::string& a, const std::string& b) {
    INFO(target << ": " << a << " | " << b);
    CHECK_FALSE(bench.read(a, target) == bench.read(b, target));
  };
  differ("date", "greatest(ts, '2024-01-01 00:02Z')", "greatest(ts, '2024-01-01 00:00Z')");
  differ("date", "CASE WHEN a > 1 THEN '2024-01-01 00:02Z' ELSE ts END", "CASE WHEN a > 1 THEN '2024-01-01 00:00Z' ELSE ts END");
  differ("date[]", "ARRAY[ts, '2024-01-01 00:02Z']", "ARRAY[ts, '2024-01-01 00:00Z']");
  differ("double precision", "'-0'", "0");
  differ("text", "to_hex(a)", "to_hex(a::bigint)");
  differ("tsquery", "plainto_tsquery('Public.x')", "plainto_tsquery('public.X')");
  differ("regclass", "'5'", "'\"5\"'");
  CHECK(bench.read("greatest(d, '2024-1-1')", "timestamp") == bench.read("greatest(d, '2024-01-01'::date)", "timestamp"));
}

TEST_CASE("sql: what is read otherwise under another setting, or at another time, is undecided") {
  const Workbench bench("d date");
  const auto undecided = [&](const std::string& target, const std::string& a, const std::string& b) {
    INFO(target << ": " << a << " | " << b);
    CHECK_FALSE(bench.read(a, target) == bench.read(b, target));
    CHECK(may_mean_the_same(bench.read(a, target), bench.read(b, target)));
  };
  for (const char* date : {"1/8/1999", "08-01-1999", "Jan 8 99", "8-Jan-99", "now", "today", "J2451187", "January 1999"})
    undecided("date", "'" + std::string(date) + "'", "'1999-01-08'::date");
  undecided("timestamp with time zone", "'2024-01-02 10:20 EST'", "'2024-01-02 15:20:00+00'");
  undecided("time with time zone", "'10:20'", "'10:20:00+00'::time with time zone");
  undecided("boolean", "d > '1/8/1999'::date", "d > '1999-01-08'::date");
  undecided("date[]", "'{yesterday}'", "'{2024-01-02}'");
  undecided("jsonpath", "'$.a + 1.abs()'", "'($.a + 1).abs()'");
  undecided("line", "'[(0,0),(1,1)]'", "'{1,-1,0}'");
}

TEST_CASE("sql: what is no path, date or time neither crashes nor equals anything") {
  const Workbench bench("d date");
  std::string deep = "$";
  for (int i = 0; i < 5000; ++i) deep = "(" + deep + ")";
  for (const std::string& text :
       {deep, std::string(5000, '-') + "1", std::string("$.a["), std::string("$ ? ("), std::string("\"\\u{"),
        std::string("$.**{"), std::string("\\"), std::string("/*"), std::string("")}) {
    const Expression path = bench.read("'" + text + "'", "jsonpath");
    CHECK_FALSE(path == bench.read("'$'", "jsonpath"));
  }
  for (const char* type : {"date", "time", "time with time zone", "timestamp", "timestamp with time zone"})
    for (const char* text :
         {"",           " ",          "-",     "+",        "10:",         "10:20:",      "99999999999999999999-01-01",
          "2024-13-01", "2024-02-30", "25:00", "13:00 pm", "0000-01-01",  "32768-01-01", "2024-01-02 10:20 +99",
          "bc",         "am",         "jan",   "t",        "2024-001-01", ",,,"}) {
      const Expression moment = bench.read("'" + std::string(text) + "'", type);
      CHECK(has_unread_part(moment));
    }
}

TEST_CASE("sql: a cast that changes a value, or the operator that is meant, counts") {
  const Workbench bench("t text, v character varying(40), c character(4), n name");
  const auto differ = [&](const std::string& a, const std::string& b, const std::string& target = {}) {
    INFO(target << ": " << a << " | " << b);
    CHECK_FALSE(bench.read(a, target) == bench.read(b, target));
  };
  const auto equal = [&](const std::string& a, const std::string& b, const std::string& target = {}) {
    INFO(target << ": " << a << " | " << b);
    CHECK(bench.read(a, target) == bench.read(b, target));
  };
  for (const char* type : {"name", "bpchar", "char(3)", "varchar(3)", "\"char\""}) {
    differ("lower(t)", "lower(t::" + std::string(type) + ")");
    differ("t", "t::" + std::string(type));
    differ("t", "t::" + std::string(type), "text");
    differ("f(t)", "f(t::" + std::string(type) + ")");
  }
  differ("v::varchar(40)", "v::varchar(3)");
  differ("t", "t::varchar(3)", "varchar(3)");  // one cuts what the other refuses
  differ("c = 'x '", "c = 'x '::text");
  differ("c = v", "c = v::text");
  differ("c IN ('a', 'b')", "c = ANY (ARRAY['a', 'b'])");
  differ("length(c)", "length(c::text)");
  differ("n = 'x'", "n = 'x'::bpchar");
  differ("'now'::timestamp", "'now'::text::timestamp", "timestamp");
  differ("nextval('s')", "nextval('s'::text)");
  differ("t COLLATE \"C\" < 'x'", "t < 'x'");
  differ("c IS DISTINCT FROM 'x'", "c IS DISTINCT FROM 'x'::text");
  differ("coalesce(c, 'x')", "coalesce('x'::text, c)");
  differ("'x'::text COLLATE \"C\" < n", "'x' COLLATE \"C\" < n");

  equal("lower(t)", "lower(t::varchar)");
  equal("nullif(v, '') = c", "nullif(v::text, ''::text) = c::text");
  equal("'o'::\"char\" = 'x' COLLATE \"C\"", "'o'::\"char\" = 'x'::\"char\"");
  equal("-(- '5'::integer)", "5");
  equal("t IS DISTINCT FROM NULL", "t IS NOT NULL");
  equal("NULL IS NOT DISTINCT FROM t", "t IS NULL");
  equal("v = t", "v::text = t::varchar::text");
  equal("f(v, 'x')", "f(v::text, 'x'::varchar)");
  equal("t", "t::varchar", "text");
  equal("'x'::varchar(3)", "'x'", "text");
  equal("coalesce(v, 'x'::text)", "coalesce(v, 'x')");
  equal("(v COLLATE \"C\")::text < 'x'", "v COLLATE \"C\" < 'x'");
  equal("'" + std::string(70, 'x') + "'::name", "'" + std::string(63, 'x') + "'::name");
  equal("'open'::\"char\"", "'o'::\"char\"");
}

TEST_CASE("sql: names of pg_catalog and public need no schema") {
  const Workbench bench("a integer");
  CHECK(bench.read("pg_catalog.lower('A')") == bench.read("LOWER('A')"));
  CHECK(bench.read("public.make_code()") == bench.read("make_code()"));
  CHECK(bench.read("extensions.uuid_generate_v4()") == bench.read("uuid_generate_v4()"));
  CHECK(bench.read("public.gen_random_uuid()") == bench.read("gen_random_uuid()"));  // pgcrypto's
  CHECK_FALSE(bench.read("public.make_code()") == bench.read("extensions.make_code()"));
  CHECK_FALSE(bench.read("public.lower('A')") == bench.read("lower('A')"));
  CHECK(bench.read("a OPERATOR(pg_catalog.+) 1") == bench.read("a + 1"));
  CHECK_FALSE(bench.read("\"Lower\"('A')") == bench.read("lower('A')"));
}

TEST_CASE("sql: a column is compared by its name of today") {
  Symbols symbols;
  Symbol* old_name = symbols.make("qty");
  const NameResolver names{[&](std::string_view) { return old_name; }, {}};
  const Expression written = parse_expression("qty > 0", names);
  old_name->text = "quantity";
  CHECK(written == parse_expression("quantity > 0", NameResolver{}));
  CHECK(display_expression(written) == "quantity > 0");
  old_name->text = "netQuantity";
  CHECK(display_expression(written) == "\"netQuantity\" > 0");
}

TEST_CASE("sql: names in expressions are quoted where they would not be read back") {
  const Workbench bench("order integer, name text");
  CHECK(display_expression(bench.read("\"order\" > 0 AND name = 'a'")) == "(\"order\" > 0) AND (name = 'a')");
  CHECK(display_expression(bench.read("\"user\" IS NULL")) == "\"user\" is null");
  CHECK(display_expression(bench.read("f(name::\"Size\", name::\"order\", name::size)")) ==
        "f(name::\"Size\", name::\"order\", name::size)");
}

TEST_CASE("sql: what is not understood is opaque, and says so") {
  const Workbench bench("a integer");
  const Expression query = bench.read("( SELECT  a)");
  CHECK(has_opaque_part(query));
  CHECK(query == bench.read("(select a)"));
  CHECK(may_mean_the_same(query, bench.read("a")));
}

TEST_CASE("sql: deep expressions neither crash nor equal anything") {
  const Workbench bench("a integer");
  std::string chain = "a", negations = "true";
  for (int i = 0; i < 9000; ++i) chain += " + a";
  for (int i = 0; i < 2000; ++i) negations = "NOT " + negations;
  CHECK_FALSE(bench.read(chain) == bench.read(chain));
  CHECK(has_opaque_part(bench.read(negations)));
  CHECK(has_opaque_part(bench.read("(SELECT " + chain + ")")));
}

TEST_CASE("sql: casts and literals that only a server can resolve are undecided") {
  const Workbench bench("a integer, t text");
  CHECK(may_mean_the_same(bench.read("f('2020-01-01')"), bench.read("f('2020-01-01'::date)")));
  CHECK(may_mean_the_same(bench.read("f(a)"), bench.read("f((a)::bigint)")));
  CHECK(may_mean_the_same(bench.read("'yesterday'", "timestamp"), bench.read("'2024-01-01 00:00:00'::timestamp", "timestamp")));
  CHECK(may_mean_the_same(bench.read("'[(0,0),(1,1)]'", "line"), bench.read("'{1,-1,0}'", "line")));
  CHECK_FALSE(may_mean_the_same(bench.read("extract(year FROM d) > 1"), bench.read("date_part('year', d) > 1")));
  CHECK_FALSE(may_mean_the_same(bench.read("f(a)"), bench.read("g(a)")));
  CHECK_FALSE(may_mean_the_same(bench.read("'a'", "text"), bench.read("'b'", "text")));
}

TEST_CASE("sql: expressions are shown short") {
  const Workbench bench("a integer, t text, tags text[], ts timestamp with time zone");
  CHECK(display_expression(bench.read("CURRENT_TIMESTAMP", "timestamp")) == "now()");
  CHECK(display_expression(bench.read("'{}'::text[]", "text[]")) == "'{}'");
  CHECK(display_expression(bench.read("'it''s'::text", "text")) == "'it''s'");
  CHECK(display_expression(bench.read("(a > 0) AND (t IS NOT NULL OR NOT a = 3)")) ==
        "(a > 0) AND ((t is not null) OR (NOT (a = 3)))");
  CHECK(display_expression(bench.read("CASE a WHEN 1 THEN 'x'::text ELSE NULL::text END")) == "CASE a WHEN 1 THEN 'x' END");
  CHECK(display_expression(bench.read("tags[1] COLLATE \"C\"")) == "tags[1] collate C");
}

TEST_CASE("sql: an expression written as SQL reads back as itself") {
  const Fixture fixture = read_fixture();
  const Workbench bench(fixture.columns);
  for (const Pair& pair : fixture.pairs) {
    const Expression stored = bench.read(pair.stored, pair.target);
    INFO(pair.stored << " | " << sql_expression(stored));
    CHECK(bench.read(sql_expression(stored), pair.target) == stored);
  }
}

TEST_CASE("sql: names are quoted in SQL where need be") {
  const Workbench bench("netGrams integer");
  const auto written = [&](const std::string& text) { return sql_expression(bench.read(text)); };
  CHECK(written("auth.f(\"netGrams\"::\"Size\")") == "auth.f(\"netGrams\"::\"Size\")");
  CHECK(written("(\"netGrams\").part[1]") == "((\"netGrams\").part)[1]");
  CHECK(written("\"netGrams\" OPERATOR(ext.+) - 1 COLLATE \"de_DE\"") ==
        "\"netGrams\" OPERATOR(\"ext\".+) ((-1)) COLLATE \"de_DE\"");
  CHECK(written("ROW(extract(day FROM d), k NOT IN (1, 2))") == "ROW(EXTRACT('day' FROM d), k NOT IN (1, 2))");
}

TEST_CASE("sql: what PostgreSQL 12 stores of SIMILAR TO is what later ones do") {
  const Workbench bench("t text");
  CHECK(bench.read("t ~ similar_escape('x%', NULL)") == bench.read("t SIMILAR TO 'x%'"));
  CHECK(bench.read("t ~ similar_escape('x', '#')") == bench.read("t SIMILAR TO 'x' ESCAPE '#'"));
}

TEST_CASE("sql: nextval is known under its casts") {
  CHECK(is_nextval(parse_expression("nextval('orders_id_seq'::regclass)", {})));
  CHECK(is_nextval(parse_expression("(nextval('s'))::integer", {})));
  CHECK_FALSE(is_nextval(parse_expression("currval('s')", {})));
}

TEST_CASE("sql: text that is no expression is refused") {
  for (const char* text : {"", "1,2", "1; DROP TABLE a", "1 FROM a", "a b", "(", "1 AS x", "SELECT 1"}) {
    INFO(text);
    CHECK_THROWS_AS(parse_expression(text, {}), SyntaxError);
  }
  CHECK_THROWS_AS(parse_expression(std::string_view("1\0+ 2", 6), {}), SyntaxError);
}
