#include "findings/kind_rules.h"

#include <algorithm>
#include <array>

namespace pgplumb {

namespace {

constexpr RuleOutcome fails(std::string_view sqlstate, std::string_view text) { return {Severity::error, sqlstate, text}; }
constexpr RuleOutcome warns(std::string_view text, std::string_view sqlstate = {}) { return {Severity::warning, sqlstate, text}; }
constexpr RuleOutcome informs() { return {Severity::info, {}, {}}; }

constexpr std::array rows{
    KindRules{"check", "a CHECK constraint", "check-expression", warns("rows that it was to refuse get in"),
              warns("a write may fail where the code expects no check", "23514"),
              warns("rows are held to another condition", "23514")},
    KindRules{"exclusion", "an exclusion constraint", "exclusion-definition", warns("rows that it was to refuse get in"),
              warns("a write may fail where the code expects no such constraint", "23P01"),
              warns("rows are held to another condition", "23P01")},
    KindRules{"sequence", "a sequence", "sequence-definition", fails("42P01", "every nextval() on it fails"), informs(),
              warns("the numbers that it gives are others")},
    KindRules{"function", "a function", "function-definition", fails("42883", "every statement that calls it fails"), informs(),
              warns("it does something else than stated")},
    KindRules{"trigger", "a trigger", "trigger-definition", warns("what it was to do on writes is not done"),
              warns("writes do more than is stated"), warns("writes do something else than stated")},
    KindRules{"rule", "a rule", "rule-definition", warns("statements are not rewritten as stated"),
              warns("statements do something else than they say"), warns("statements are rewritten otherwise")},
    KindRules{"partition", "a partition", "partition-definition", fails("23514", "a row that belongs in it has no place"),
              informs(), warns("rows go to another partition, or have no place", "23514")},
    KindRules{"domain", "a domain", "domain-definition", fails("42704", "every statement that names it fails"), informs(),
              warns("values are held to something else", "23514")},
    KindRules{"composite type", "a composite type", "composite-type-definition",
              fails("42704", "every statement that names it fails"), informs(), warns("its fields are others", "42703")},
    KindRules{"range type", "a range type", "range-type-definition", fails("42704", "every statement that names it fails"),
              informs(), warns("it is a range over something else")},
    KindRules{"extension", "an extension", "extension-definition",
              fails("42883", "its functions, types and operators are not there"), informs(),
              warns("what it provides may be another version's, or in another schema")},
    KindRules{"statistics", "a statistics object", "statistics-definition", warns("the planner estimates without it"), informs(),
              warns("the planner estimates by something else")},
    KindRules{"event trigger", "an event trigger", "event-trigger-definition", warns("what it was to do on DDL is not done"),
              warns("DDL does more than is stated"), warns("DDL does something else than stated")},
    KindRules{"publication", "a publication", "publication-definition", warns("subscribers get nothing from it"),
              warns("changes are published that nobody states"), warns("subscribers get other changes")},
    KindRules{"cast", "a cast", "cast-definition", fails("42846", "statements that count on it fail"), informs(),
              warns("values are converted otherwise, or in other places")},
    KindRules{"operator", "an operator", "operator-definition", fails("42883", "every statement that uses it fails"), informs(),
              warns("it computes something else")},
    KindRules{"collation", "a collation", "collation-definition", fails("42704", "every statement that names it fails"),
              informs(), warns("values are ordered and compared otherwise")},
    KindRules{"foreign data wrapper", "a foreign-data wrapper", "foreign-data-wrapper-definition",
              fails("42704", "servers cannot be made of it"), informs(), warns("its servers are reached otherwise")},
    KindRules{"foreign server", "a foreign server", "foreign-server-definition",
              fails("42704", "every statement on its tables fails"), informs(),
              warns("its tables are read from elsewhere, or otherwise")},
    KindRules{"user mapping", "a user mapping", "user-mapping-definition",
              fails("42704", "the user's statements on the server's tables fail"), informs(),
              warns("the user is known otherwise at the server")},
    KindRules{"text search parser", "a text search parser", "text-search-parser-definition",
              fails("42704", "every statement that names it fails"), informs(), warns("texts are cut into other tokens")},
    KindRules{"text search template", "a text search template", "text-search-template-definition",
              fails("42704", "every statement that names it fails"), informs(), warns("its dictionaries do something else")},
    KindRules{"text search dictionary", "a text search dictionary", "text-search-dictionary-definition",
              fails("42704", "every statement that names it fails"), informs(), warns("words are found under other lexemes")},
    KindRules{"text search configuration", "a text search configuration", "text-search-configuration-definition",
              fails("42704", "every statement that names it fails"), informs(),
              warns("texts are searched otherwise than they are indexed")},
    KindRules{"operator family", "an operator family", "operator-family-definition",
              warns("the planner does not know which operators belong together"), informs(),
              warns("the planner takes other operators for indexes")},
    KindRules{"operator class", "an operator class", "operator-class-definition", fails("42704", "no index can be made with it"),
              informs(), warns("indexes with it order or compare otherwise")},
    KindRules{"conversion", "a conversion", "conversion-definition",
              warns("texts in that encoding are converted otherwise, or not at all"), informs(),
              warns("texts are converted otherwise")},
    KindRules{"language", "a language", "language-definition", fails("42704", "no function can be made in it"), informs(),
              warns("its functions are run otherwise")},
    KindRules{"access method", "an access method", "access-method-definition",
              fails("42704", "no index or table can be made with it"), informs(),
              warns("what is made with it is stored otherwise")},
    KindRules{"transform", "a transform", "transform-definition", warns("functions get the type in its usual form"), informs(),
              warns("functions get the type in another form")},
    KindRules{"base type", "a base type", "base-type-definition", fails("42704", "every statement that names it fails"),
              informs(), warns("its values are read, written or stored otherwise")},
};

}  // namespace

std::span<const KindRules> kind_rules() { return rows; }

const KindRules* find_kind_rules(std::string_view kind) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const KindRules& row) { return row.kind == kind; });
  return found == rows.end() ? nullptr : &*found;
}

const KindRules* find_definition_rules(std::string_view rule) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const KindRules& row) { return row.definition_rule == rule; });
  return found == rows.end() ? nullptr : &*found;
}

std::string hyphenated(std::string_view kind) {
  std::string text(kind);
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

}  // namespace pgplumb
