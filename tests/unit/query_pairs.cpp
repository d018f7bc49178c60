// What was written in views, policies and rules equals what a server gives back for it: query_pairs.tsv, made by tests/pairs/ask.
#include <pgplumb/statements/replay.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "catch.h"

using namespace pgplumb;

namespace {

struct Pair {
  std::string kind, written, stored;
};

std::string text_of_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Pair> read_pairs() {
  std::ifstream file("tests/unit/query_pairs.tsv");
  std::vector<Pair> pairs;
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    pairs.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return pairs;
}

/// One object for each pair, as one side spells it.
Catalog replay(const std::vector<Pair>& pairs, std::string Pair::*side) {
  std::string script = text_of_file("tests/pairs/schema.sql");
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const std::string number = std::to_string(i), &kind = pairs[i].kind, &text = pairs[i].*side;
    if (kind == "policy")
      script += "CREATE POLICY p" + number + " ON person USING (" + text + ");\n";
    else
      script += (kind == "rule" ? "CREATE RULE r" : "CREATE VIEW v") + number + " AS " + text + ";\n";
  }
  Draft draft;
  Replay replay(draft);
  const SourceText text("pairs.sql", script);
  replay.run(text);
  for (const StatementProblem& problem : replay.problems()) FAIL_CHECK(problem.reason << ": " << problem.statement);
  return draft.settle();
}

/// Of any relation: what a rule is on stands in its text.
const RewriteRule& rule_of(const Catalog& catalog, const std::string& name) {
  for (const Entry& entry : catalog.entries())
    if (entry.id.space == Namespace::rule && entry.id.member == name) return std::get<RewriteRule>(entry.object);
  throw std::out_of_range("no rule " + name);
}

/// All that a rule says, as one tree.
ExpressionField tree_of(const RewriteRule& rule) {
  Expression tree;
  tree.kind = Expression::Kind::other;
  tree.text = rule.event.str() + (rule.instead ? " instead" : "");
  for (const ExpressionField& part : {rule.condition, rule.actions}) tree.args.push_back(part ? *part.tree : Expression());
  return {std::make_shared<const Expression>(tree)};
}

ExpressionField expression_of(const Catalog& catalog, const std::string& kind, std::size_t i) {
  const std::string number = std::to_string(i);
  if (kind == "policy")
    return std::get<Policy>(catalog.find({Namespace::policy, "public", "person", "p" + number})->object).using_condition;
  if (kind == "rule") return tree_of(rule_of(catalog, "r" + number));
  return std::get<Table>(catalog.find({Namespace::relation, "public", "v" + number, ""})->object).definition;
}

/// A view's names and types of columns are compared as columns, not as part of its query. None for anything else.
std::vector<std::string> columns_of(const Catalog& catalog, const std::string& kind, std::size_t i) {
  std::vector<std::string> columns;
  if (kind == "policy" || kind == "rule") return columns;
  const Entry& view = *catalog.find({Namespace::relation, "public", "v" + std::to_string(i), ""});
  for (const Entry& column : catalog.members(view, Namespace::column))
    columns.push_back(std::string(column.id.member) + " " + display_type(std::get<Column>(column.object).type));
  return columns;
}

/// PostgreSQL keeps which of the two was written; they are one value.
std::string without_synonyms(std::string query) {
  constexpr std::string_view synonym = "CURRENT_TIMESTAMP";
  for (auto at = query.find(synonym); at != std::string::npos; at = query.find(synonym))
    query.replace(at, synonym.size(), "now()");
  return query;
}

}  // namespace

TEST_CASE("queries: what was written equals what the server stores of it") {
  const auto pairs = read_pairs();
  REQUIRE(pairs.size() > 400);
  const Catalog written = replay(pairs, &Pair::written), stored = replay(pairs, &Pair::stored);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const ExpressionField left = expression_of(written, pairs[i].kind, i), right = expression_of(stored, pairs[i].kind, i);
    INFO(pairs[i].written << "\n" << pairs[i].stored);
    INFO(display_expression(*left.tree) << "\n" << display_expression(*right.tree));
    CHECK_FALSE(has_opaque_part(*left.tree));
    if (pairs[i].kind == "undecided") {
      CHECK_FALSE(left == right);
      CHECK(may_mean_the_same(*left.tree, *right.tree));
    } else {
      CHECK(left == right);
    }
  }
}

TEST_CASE("queries: what the server keeps apart is not equal") {
  const auto pairs = read_pairs();
  const Catalog written = replay(pairs, &Pair::written), stored = replay(pairs, &Pair::stored);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = 0; j < pairs.size(); ++j)
      if (pairs[i].kind == pairs[j].kind && without_synonyms(pairs[i].stored) != without_synonyms(pairs[j].stored) &&
          expression_of(written, pairs[i].kind, i) == expression_of(stored, pairs[j].kind, j) &&
          columns_of(written, pairs[i].kind, i) == columns_of(stored, pairs[j].kind, j))
        FAIL_CHECK(pairs[i].written << "\nequals " << pairs[j].stored);
}

TEST_CASE("queries: what has no canonical form equals its own text only") {
  const std::vector<Pair> pairs = {{"view", "SELECT x.b FROM xmltable('/a' PASSING '<a/>' COLUMNS a text) x (b)",
                                    "SELECT x.b FROM xmltable('/b' PASSING '<a/>' COLUMNS a text) x (b)"}};
  const Catalog one = replay(pairs, &Pair::written), other = replay(pairs, &Pair::stored);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    INFO(pairs[i].written);
    const ExpressionField left = expression_of(one, "view", i);
    CHECK(has_opaque_part(*left.tree));
    CHECK(left == expression_of(replay(pairs, &Pair::written), "view", i));
    CHECK_FALSE(left == expression_of(other, "view", i));
  }
}

namespace {

std::vector<bool> may_be_one(const std::vector<Pair>& pairs) {
  const Catalog one = replay(pairs, &Pair::written), other = replay(pairs, &Pair::stored);
  std::vector<bool> answers;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    answers.push_back(
        may_mean_the_same(*expression_of(one, pairs[i].kind, i).tree, *expression_of(other, pairs[i].kind, i).tree));
  return answers;
}

}  // namespace

TEST_CASE("queries: what names the same in another order, or with another word, is another query") {
  const std::vector<Pair> pairs = {
      {"view", "SELECT id FROM person ORDER BY age, name", "SELECT id FROM person ORDER BY name, age"},
      {"view", "SELECT id FROM person ORDER BY age, name DESC", "SELECT id FROM person ORDER BY age DESC, name"},
      {"view", "SELECT DISTINCT ON (age) id FROM person ORDER BY age, id",
       "SELECT DISTINCT ON (age, id) id FROM person ORDER BY age"},
      {"view", "SELECT age - votes AS a FROM person", "SELECT votes - age AS a FROM person"},
      {"view", "SELECT (age - votes) - rank AS a FROM person", "SELECT age - (votes - rank) AS a FROM person"},
      {"view", "SELECT id FROM person WHERE active AND (age = 1 OR age = 2)",
       "SELECT id FROM person WHERE active AND age = 1 OR age = 2"},
      {"view", "SELECT a.id FROM team a JOIN team b ON b.id = a.lead_id",
       "SELECT a.id FROM team a JOIN team b ON a.id = b.lead_id"},
      {"view", "SELECT a.id FROM team a JOIN (team b LEFT JOIN team c ON b.id = c.id) ON a.id = b.id",
       "SELECT a.id FROM (team a JOIN team b ON a.id = b.id) LEFT JOIN team c ON b.id = c.id"},
      {"view", "SELECT p.id FROM person p, team t WHERE p.active", "SELECT p.id FROM person p, team t WHERE t.active"},
      {"view", "SELECT id FROM ONLY person", "SELECT id FROM person"},
      {"view", "SELECT id FROM person ORDER BY id FETCH FIRST 2 ROWS WITH TIES", "SELECT id FROM person ORDER BY id LIMIT 2"},
      {"view", "SELECT age, name FROM person GROUP BY ROLLUP (age, name)",
       "SELECT age, name FROM person GROUP BY CUBE (age, name)"},
      {"view", "SELECT sum(age) OVER (ORDER BY id ROWS 1 PRECEDING) AS a FROM person",
       "SELECT sum(age) OVER (ORDER BY id GROUPS 1 PRECEDING) AS a FROM person"},
      {"view", "WITH a AS (SELECT id FROM team), b AS (SELECT id FROM person) SELECT a.id FROM a, b",
       "WITH b AS (SELECT id FROM person), a AS (SELECT id FROM team) SELECT a.id FROM b, a"},
      {"view", "SELECT id FROM team EXCEPT SELECT lead_id FROM team", "SELECT lead_id FROM team EXCEPT SELECT id FROM team"},
      {"policy", "name = current_user OR EXISTS (SELECT FROM team)", "name = session_user OR EXISTS (SELECT FROM team)"},
      {"policy", "EXISTS (SELECT FROM team WHERE lead_id = person.id AND team.active)",
       "EXISTS (SELECT FROM team WHERE lead_id = person.id AND person.active)"},
      {"rule", "ON INSERT TO score DO ALSO INSERT INTO team (id, lead_id) VALUES (new.round, new.person_id)",
       "ON INSERT TO score DO ALSO INSERT INTO team (lead_id, id) VALUES (new.round, new.person_id)"},
  };
  const std::vector<bool> answers = may_be_one(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    INFO(pairs[i].written << "\n" << pairs[i].stored);
    CHECK_FALSE(answers[i]);
  }
}

TEST_CASE("queries: conditions in another order, and what nothing tells the schema or the columns of, may be the same") {
  const std::vector<Pair> pairs = {
      {"policy", "EXISTS (SELECT FROM team WHERE active AND lead_id = 1 AND (id = 2 OR id < lead_id))",
       "EXISTS (SELECT FROM team WHERE (id < lead_id OR id = 2) AND active AND lead_id = 1)"},
      {"view", "SELECT id FROM person WHERE age > 3 AND age > 4", "SELECT id FROM person WHERE age > 4 AND age > 3"},
      {"policy", "EXISTS (SELECT FROM pg_unknown WHERE a = 1)", "EXISTS (SELECT FROM pg_catalog.pg_unknown WHERE a = 1)"},
      {"policy", "EXISTS (SELECT FROM pg_unknown WHERE a = age)", "EXISTS (SELECT FROM pg_unknown u WHERE u.a = person.age)"},
      {"view", "SELECT s.bytes AS a FROM sizes('x') s", "SELECT s.bytes AS a FROM sizes('x') s(name, bytes)"},
      {"view", "SELECT (s).bytes AS a FROM sizes('x') s", "SELECT s.bytes AS a FROM sizes('x') s(name, bytes)"},
      {"view", "SELECT to_json(s) AS a FROM sizes('x') s", "SELECT to_json(s.*) AS a FROM sizes('x') s(name, bytes)"},
  };
  const std::vector<bool> answers = may_be_one(pairs);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    INFO(pairs[i].written << "\n" << pairs[i].stored);
    CHECK(answers[i]);
  }
}

TEST_CASE("queries: what sorts by a query that sorts by a query … is read in no time") {
  std::string query = "SELECT id FROM team";
  for (int i = 0; i < 60; ++i) query = "SELECT DISTINCT ON (1) (" + query + " LIMIT 1) AS id FROM team ORDER BY 1";
  const Catalog catalog = replay({{"view", query, query}}, &Pair::written);
  CHECK(has_opaque_part(*expression_of(catalog, "view", 0).tree));
}
