#include "sources/migrations/up_part.h"

#include "sources/migrations/lines.h"
#include "sources/migrations/read_text.h"

namespace pgplumb {

UpPart take_whole(const SourceText& file) {
  UpPart part;
  part.sql.append(file.text(), 0);
  return part;
}

UpPart cut_by_lines(const SourceText& file, Line at_start, Line (*classify)(std::string_view line)) {
  UpPart part;
  Line where = at_start;
  bool has_begun = at_start == Line::up;
  for_each_line(file.text(), [&](std::string_view line, std::size_t begin) {
    const Line says = classify(line);
    if (says == Line::up || says == Line::down) where = says;
    has_begun = has_begun || says == Line::up;
    if (says == Line::text && where == Line::up) part.sql.append(line, begin);
  });
  if (!has_begun && !is_blank_sql(file.text()))
    part.left_out.push_back({"migration file", "no line of it says where the way up begins", file.at(0), 1, {}});
  return part;
}

}  // namespace pgplumb
