// Every format, each in a file of its own beside this one; formats.cpp lists them.
#pragma once

#include <pgplumb/reports/report.h>

namespace pgplumb::reports {

Format text_format();
Format github_format();
Format json_format();

}  // namespace pgplumb::reports
