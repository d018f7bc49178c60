#include "sources/migrations/up_part.h"

#include "sources/migrations/lines.h"

namespace pgplumb {

UpPart take_whole(const SourceText& file) {
  UpPart part;
  part.sql.append(file.text(), 0);
  return part;
}

UpPart cut_by_lines(const SourceText& file, Line at_start, Line (*classify)(std::string_view line)) {
  UpPart part;
  Line where = at_start;
  for_each_line(file.text(), [&](std::string_view line, std::size_t begin) {
    const Line says = classify(line);
    if (says == Line::up || says == Line::down) where = says;
    if (says == Line::text && where == Line::up) part.sql.append(line, begin);
  });
  return part;
}

}  // namespace pgplumb
