// Every tool, each in a file of its own beside this one; ../tools.cpp lists them.
#pragma once

#include "history/tool.h"

namespace pgplumb {

extern const HistoryTool prisma_tool;

}  // namespace pgplumb
