#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <pgplumb/pattern.h>

#include <stdexcept>

namespace pgplumb {

namespace {

template <class T, void (*release)(T*)>
struct Release {
  void operator()(T* held) const { release(held); }
};
using Code = std::unique_ptr<pcre2_code, Release<pcre2_code, pcre2_code_free>>;
using CompileContext = std::unique_ptr<pcre2_compile_context, Release<pcre2_compile_context, pcre2_compile_context_free>>;
using MatchData = std::unique_ptr<pcre2_match_data, Release<pcre2_match_data, pcre2_match_data_free>>;

PCRE2_SPTR bytes(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

/// What PCRE2 has beyond ECMAScript's grammar is not used; what both have is read as ECMAScript does.
Code compile(std::string_view expression, Pattern::Letters letters) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_ANYCRLF);
  const std::uint32_t options = PCRE2_DOLLAR_ENDONLY | (letters == Pattern::Letters::of_either_case ? PCRE2_CASELESS : 0);
  int error = 0;
  std::size_t at = 0;
  Code code(pcre2_compile(bytes(expression), expression.size(), options, &error, &at, context.get()));
  if (!code) throw std::invalid_argument("no regular expression: " + std::string(expression));
  return code;
}

}  // namespace

struct Pattern::Compiled {
  Code code;

  /// From this byte on; empty where nothing was found.
  Groups find(std::string_view text, std::size_t from, std::uint32_t options) const {
    const MatchData found(pcre2_match_data_create_from_pattern(code.get(), nullptr));
    const int count = pcre2_match(code.get(), bytes(text), text.size(), from, options, found.get(), nullptr);
    if (count == PCRE2_ERROR_NOMATCH) return {};
    if (count < 0) throw std::runtime_error("a regular expression took too long");
    const std::size_t* bounds = pcre2_get_ovector_pointer(found.get());
    Groups groups(pcre2_get_ovector_count(found.get()));
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
      if (bounds[2 * i] != PCRE2_UNSET) groups[i] = text.substr(bounds[2 * i], bounds[2 * i + 1] - bounds[2 * i]);
    return groups;
  }
};

Pattern::Pattern(std::string_view expression, Letters letters)
    : compiled_(std::make_shared<const Compiled>(Compiled{compile(expression, letters)})) {}

Pattern::Groups Pattern::match(std::string_view text) const {
  return compiled_->find(text, 0, PCRE2_ANCHORED | PCRE2_ENDANCHORED);
}

Pattern::Groups Pattern::find(std::string_view text) const { return compiled_->find(text, 0, 0); }

std::vector<Pattern::Groups> Pattern::find_all(std::string_view text) const {
  std::vector<Groups> all;
  for (std::size_t from = 0; from <= text.size();) {
    Groups groups = compiled_->find(text, from, 0);
    if (groups.empty()) break;
    const std::string_view whole = groups.front();
    const auto end = static_cast<std::size_t>(whole.data() + whole.size() - text.data());
    from = whole.empty() ? end + 1 : end;
    all.push_back(std::move(groups));
  }
  return all;
}

std::string Pattern::replace(std::string_view text, std::string_view with) const {
  std::string replaced;
  std::size_t from = 0;
  for (const Groups& groups : find_all(text)) {
    const auto at = static_cast<std::size_t>(groups.front().data() - text.data());
    replaced += text.substr(from, at - from);
    replaced += with;
    from = at + groups.front().size();
  }
  return replaced + std::string(text.substr(from));
}

}  // namespace pgplumb
