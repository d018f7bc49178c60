// The names that PostgreSQL 15 gave when asked the same.
#include "unit/statements_replayed.h"

namespace {

constexpr const char* long_table = "this_is_a_very_long_table_name_that_goes_on_and_on_until_it_is_cut";
constexpr const char* long_column = "this_is_a_very_long_column_name_that_goes_on_and_on_until_the_end";

/// The names of all members of `t` that are no columns.
Lines names(std::string_view sql, std::string_view table = "t") {
  Lines found;
  const auto catalog = replayed(sql);
  for (const pgplumb::Entry& entry : catalog.entries())
    if (entry.id.name == table && !entry.id.member.empty() && entry.id.space != pgplumb::Namespace::column)
      found.emplace_back(entry.id.member);
  return found;
}

}  // namespace

TEST_CASE("statements: unnamed indexes are named after their columns, expressions and included columns") {
  CHECK(names(R"(CREATE TABLE t (a int, b int, c text);
    CREATE INDEX ON t (a); CREATE INDEX ON t (a);
    CREATE INDEX ON t (lower(c), (a + b), (a - 1), upper(c), lower(c));
    CREATE INDEX ON t ((a::text)) INCLUDE (b);
    CREATE INDEX ON t ((coalesce(a, 1)), (CASE WHEN a > 1 THEN 2 ELSE b END), (nullif(a, 1)));)") ==
        Lines{"t_a_b_idx", "t_a_idx", "t_a_idx1", "t_coalesce_b_nullif_idx", "t_lower_expr_expr1_upper_lower1_idx"});
}

TEST_CASE("statements: names are counted up where they are taken") {
  CHECK(names("CREATE TABLE t_x_key (i int); CREATE TABLE t (x int UNIQUE)") == Lines{"t_x_key1"});
  CHECK(names("CREATE TABLE t (id int PRIMARY KEY, x int); ALTER TABLE t ADD FOREIGN KEY (x) REFERENCES t; ALTER TABLE t ADD "
              "FOREIGN KEY (x) "
              "REFERENCES t") == Lines{"t_pkey", "t_x_fkey", "t_x_fkey1"});
  CHECK(names("CREATE TABLE o (id int PRIMARY KEY, CONSTRAINT t_x_fkey FOREIGN KEY (id) REFERENCES o); CREATE TABLE t (x int "
              "REFERENCES o)") == Lines{"t_x_fkey1"});
  CHECK(problems("CREATE TABLE t_id_seq (i int); CREATE TABLE t (id serial); DROP SEQUENCE t_id_seq1 CASCADE").empty());
}

TEST_CASE("statements: long names are cut as PostgreSQL cuts them") {
  const std::string table = long_table, column = long_column;
  const std::string sql = "CREATE TABLE " + table + " (" + column + " int PRIMARY KEY REFERENCES " + table +
                          "); CREATE INDEX ON " + table + " (" + column + "); CREATE INDEX ON " + table + " (" + column + ")";
  CHECK(names(sql, table.substr(0, 63)) == Lines{"this_is_a_very_long_table_nam_this_is_a_very_long_column_n_fkey",
                                                 "this_is_a_very_long_table_name_that_goes_on_and_on_until_i_pkey",
                                                 "this_is_a_very_long_table_nam_this_is_a_very_long_column_n_idx1",
                                                 "this_is_a_very_long_table_nam_this_is_a_very_long_column_na_idx"});
  CHECK(names("CREATE TABLE \"Таблица с очень длинным именем\" (\"колонка с длинным именем тоже\" int UNIQUE)",
              "Таблица с очень длинным именем") == Lines{"Таблица с очень _колонка с длинн_key"});
}

TEST_CASE("statements: unnamed checks have PostgreSQL's names, so that they can be dropped") {
  const std::string table = "CREATE TABLE t (a int CHECK (a > 0), b int, CHECK (a > b), CHECK (b > 0)); ";
  CHECK(objects(table, "t.t_") == Lines{"t.t_a_check: check (a > 0)", "t.t_b_check: check (b > 0)", "t.t_check: check (a > b)"});
  CHECK(problems(table + "ALTER TABLE t DROP CONSTRAINT t_a_check, DROP CONSTRAINT t_check, DROP COLUMN b; ALTER TABLE t DROP "
                         "CONSTRAINT t_b_check")
            .size() == 1);
  CHECK(names("CREATE TABLE t (a int, b int CHECK (b > a), c int CHECK (c > 0), d int CHECK (true))") ==
        Lines{"t_c_check", "t_check", "t_check1"});
}

TEST_CASE("statements: a key in parentheses is the column, its collation the column's own where it is the same") {
  const std::string table = "CREATE TABLE t (a text, b text COLLATE \"C\");";
  const auto index = [&](const std::string& key) { return objects(table + "CREATE INDEX i ON t (" + key + ")", "t.i:"); };
  CHECK(index("(a COLLATE \"C\")") == index("a COLLATE \"C\""));
  CHECK(index("(a)") == index("a"));
  CHECK(index("b COLLATE \"C\"") == index("b"));
  CHECK(index("a COLLATE \"C\"") != index("a"));
}

TEST_CASE("statements: CREATE OR REPLACE VIEW replaces one in the schema that it creates in") {
  const std::string behind = "CREATE SCHEMA s; CREATE VIEW v AS SELECT 1 AS a; SET search_path = s, public;\n";
  CHECK(problems(behind + "CREATE OR REPLACE VIEW v AS SELECT 'x'::text AS b").empty());
  CHECK(objects(behind + "CREATE OR REPLACE VIEW v AS SELECT 'x'::text AS b", "s.v.") == Lines{"s.v.b: text"});
}
