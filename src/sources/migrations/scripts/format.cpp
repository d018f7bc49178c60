// Texts with gaps: "… %s" % values, "… {}".format(values), fmt.Sprintf("… %s", values).
#include <algorithm>
#include <cctype>

#include "sources/migrations/scripts/interpreter.h"

namespace pgplumb::scripts {

Value fill_in(const Value& form, char open, const Arguments& values) {
  Value filled{Value::Kind::text};
  std::size_t next = 0;
  for (const Run& run : form.runs) {
    if (!run.is_known) {
      filled.runs.push_back(run);
      continue;
    }
    std::size_t begin = 0;
    for (std::size_t at = 0; at < run.text.size(); ++at) {
      if (run.text[at] != open || at + 1 >= run.text.size()) continue;
      const std::size_t end = open == '{' ? run.text.find('}', at) : at + 1;
      if (end == std::string::npos || run.text[at + 1] == open ||
          (open == '%' && !std::isalpha(static_cast<unsigned char>(run.text[end]))))
        continue;
      const std::string name = open == '{' ? run.text.substr(at + 1, end - at - 1) : "";
      auto value =
          std::find_if(values.begin(), values.end(), [&](const auto& one) { return !name.empty() && one.keyword == name; });
      if (value == values.end() && next < values.size()) value = values.begin() + static_cast<std::ptrdiff_t>(next++);
      filled.runs.push_back({run.text.substr(begin, at - begin), run.from + begin});
      append_text(filled, value == values.end() ? Value{} : value->value, run.text.substr(at, end + 1 - at), run.from + at);
      begin = end + 1;
      at = end;
    }
    filled.runs.push_back({run.text.substr(begin), run.from + begin});
  }
  std::erase_if(filled.runs, [](const Run& run) { return run.text.empty(); });
  return filled;
}

}  // namespace pgplumb::scripts
