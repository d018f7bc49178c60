#pragma once

#include <pgplumb/kinds/field.h>

namespace pgplumb {

/// A text search parser (pg_ts_parser).
struct TextSearchParser {
  static constexpr std::string_view kind = "text search parser";
  RoutineRef start;
  RoutineRef get_token;
  RoutineRef end;
  RoutineRef headline;
  RoutineRef token_types;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"start", &TextSearchParser::start}, Field{"get_token", &TextSearchParser::get_token},
                 Field{"end", &TextSearchParser::end}, Field{"headline", &TextSearchParser::headline},
                 Field{"token_types", &TextSearchParser::token_types});
  }
  friend bool operator==(const TextSearchParser&, const TextSearchParser&) = default;
};

/// A text search template (pg_ts_template).
struct TextSearchTemplate {
  static constexpr std::string_view kind = "text search template";
  RoutineRef init;
  RoutineRef lexize;

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"init", &TextSearchTemplate::init}, Field{"lexize", &TextSearchTemplate::lexize});
  }
  friend bool operator==(const TextSearchTemplate&, const TextSearchTemplate&) = default;
};

/// A text search dictionary (pg_ts_dict).
struct TextSearchDictionary {
  static constexpr std::string_view kind = "text search dictionary";
  ObjectRef template_;
  Text options;  ///< "stopwords = 'english'"; sorted

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"template", &TextSearchDictionary::template_}, Field{"options", &TextSearchDictionary::options});
  }
  friend bool operator==(const TextSearchDictionary&, const TextSearchDictionary&) = default;
};

/// Which dictionaries a token is looked up in.
struct TokenMapping {
  Text token;
  std::vector<ObjectRef> dictionaries;  ///< in order

  friend bool operator==(const TokenMapping&, const TokenMapping&) = default;
};
std::string show_value(const TokenMapping& value);
std::string show_value(const std::vector<TokenMapping>& value);

/// A text search configuration (pg_ts_config).
struct TextSearchConfiguration {
  static constexpr std::string_view kind = "text search configuration";
  ObjectRef parser;
  std::vector<TokenMapping> mappings;  ///< by token

  template <class Visit>
  static constexpr auto fields(Visit visit) {
    return visit(Field{"parser", &TextSearchConfiguration::parser}, Field{"mappings", &TextSearchConfiguration::mappings});
  }
  friend bool operator==(const TextSearchConfiguration&, const TextSearchConfiguration&) = default;
};

}  // namespace pgplumb
