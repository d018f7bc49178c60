#include <pgplumb/sql/data_type.h>
#include <pgplumb/sql/parse.h>

#include "catch.h"
#include "sql/read_type.h"

using namespace pgplumb;

namespace {

DataType read(const char* text) { return parse_type(text, {}); }

}  // namespace

TEST_CASE("sql: a type's spellings are one type") {
  struct Spelling {
    const char* written;
    const char* format_type;  ///< as the server prints it
    const char* name;
    const char* modifiers;
    const char* shown;
  };
  constexpr Spelling spellings[] = {
      {"int", "integer", "int4", "", "integer"},
      {"INT8", "bigint", "int8", "", "bigint"},
      {"float", "double precision", "float8", "", "double precision"},
      {"float(24)", "real", "float4", "", "real"},
      {"decimal(10,2)", "numeric(10,2)", "numeric", "10,2", "numeric(10,2)"},
      {"numeric(5)", "numeric(5,0)", "numeric", "5,0", "numeric(5,0)"},
      {"dec", "numeric", "numeric", "", "numeric"},
      {"varchar(32)", "character varying(32)", "varchar", "32", "varchar(32)"},
      {"varchar", "character varying", "varchar", "", "varchar"},
      {"char", "character(1)", "bpchar", "1", "char(1)"},
      {"char(5)", "character(5)", "bpchar", "5", "char(5)"},
      {"bpchar", "bpchar", "bpchar", "", "bpchar"},
      {"\"char\"", "\"char\"", "char", "", "\"char\""},
      {"timestamp", "timestamp without time zone", "timestamp", "", "timestamp"},
      {"timestamp(3)", "timestamp(3) without time zone", "timestamp", "3", "timestamp(3)"},
      {"timestamptz(6)", "timestamp(6) with time zone", "timestamptz", "6", "timestamptz(6)"},
      {"timestamp with time zone", "timestamp with time zone", "timestamptz", "", "timestamptz"},
      {"timestamp(9)", "timestamp(6) without time zone", "timestamp", "6", "timestamp(6)"},
      {"time(0)", "time(0) without time zone", "time", "0", "time(0)"},
      {"timetz", "time with time zone", "timetz", "", "timetz"},
      {"interval", "interval", "interval", "", "interval"},
      {"interval(3)", "interval(3)", "interval", "3", "interval(3)"},
      {"interval day to second(3)", "interval day to second(3)", "interval", "day to second(3)", "interval day to second(3)"},
      {"interval year", "interval year", "interval", "year", "interval year"},
      {"bit", "bit(1)", "bit", "1", "bit(1)"},
      {"\"bit\"", "\"bit\"", "bit", "", "\"bit\""},
      {"varbit(8)", "bit varying(8)", "varbit", "8", "bit varying(8)"},
      {"bool", "boolean", "bool", "", "boolean"},
      {"pg_catalog.int4", "integer", "int4", "", "integer"},
      {"numeric(3,-2)", "numeric(3,-2)", "numeric", "3,-2", "numeric(3,-2)"},
  };
  for (const Spelling& spelling : spellings) {
    INFO(spelling.written);
    const DataType type = read(spelling.written);
    CHECK(type.name == builtin_type(spelling.name));
    CHECK(type.modifiers == spelling.modifiers);
    CHECK(type == read(spelling.format_type));
    CHECK(display_type(type) == spelling.shown);
    CHECK(read(sql_type(type).c_str()) == type);
  }
}

TEST_CASE("sql: arrays are arrays whatever their dimensions") {
  CHECK(read("text[]") == read("text[][3]"));
  CHECK(read("integer ARRAY") == read("_int4"));
  CHECK(display_type(read("varchar(3)[]")) == "varchar(3)[]");
  CHECK_FALSE(read("text[]") == read("text"));
}

TEST_CASE("sql: other types go through the resolver, or stand for themselves") {
  Symbols symbols;
  const Symbol* schema = symbols.make("auth");
  const Symbol* role = symbols.make("Role", schema);
  std::string asked;
  const NameResolver names{{}, [&](std::string_view in, std::string_view name) {
                             asked = std::string(in) + "/" + std::string(name);
                             return name == "Role" ? role : nullptr;
                           }};
  CHECK(parse_type("auth.\"Role\"[]", names).name == role);
  CHECK(asked == "auth/Role");
  CHECK(sql_type(parse_type("\"Role\"", names)) == "\"auth\".\"Role\"");
  CHECK(display_type(parse_type("\"Role\"", names)) == "auth.Role");

  const DataType vector = parse_type("vector(1536)", names);
  CHECK(vector.name->text == "vector");
  CHECK(vector.modifiers == "1536");
  CHECK(vector == parse_type("public.vector(1536)", names));
  CHECK_FALSE(parse_type("a.vector", names) == parse_type("b.vector", names));
  CHECK(parse_type("geometry(Point,4326)", names).modifiers == "point,4326");
}

TEST_CASE("sql: what is no type is refused") {
  for (const char* text : {"", "int)", "int, int", "int) FROM (SELECT 1", "x.y%TYPE", "SETOF int", "1", "int) + (1"}) {
    INFO(text);
    CHECK_THROWS_AS(read(text), SyntaxError);
  }
}

TEST_CASE("sql: serial is an integer, and says so") {
  parse_script("CREATE TABLE t (a serial, b bigserial, c serial2, d int, e \"serial\"[])",
               {[](const ParsedStatement& statement) {
                  const auto* create = as<::CreateStmt>(statement.node->stmt);
                  const NodeRange columns = nodes_of(create->tableElts);
                  const auto type = [&](std::size_t i) { return as<::ColumnDef>(columns[i])->typeName; };
                  CHECK(is_serial(type(0)));
                  CHECK(is_serial(type(1)));
                  CHECK(is_serial(type(2)));
                  CHECK_FALSE(is_serial(type(3)));
                  CHECK_FALSE(is_serial(type(4)));
                  CHECK(read_type(type(1), {}).name == builtin_type("int8"));
                  CHECK(read_type(type(2), {}).name == builtin_type("int2"));
                },
                {},
                {}});
}
