// How a file differs from what its tool once ran, told from nothing but a checksum: the file is brought into the forms that it
// may have had, until one of them has that checksum; then what git remembers of it is.
#pragma once

#include <pgplumb/history/timeline.h>

#include <string>
#include <string_view>

#include "history/tool.h"

namespace pgplumb {

/// `file.text` is the file as it is.
Edit find_edit(const HistoryTool& tool, const CheckedFile& file, const HistoryRecord& record,
               const FormerTexts& former_texts = {});

std::string with_line_feeds(std::string_view text);        ///< "\r\n" as "\n"
std::string with_carriage_returns(std::string_view text);  ///< "\n" as "\r\n"

/// The statements of the text without what PostgreSQL does not see: comments left out, white space between tokens one blank.
std::string without_comments_and_space(std::string_view sql);

}  // namespace pgplumb
