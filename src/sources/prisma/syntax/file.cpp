#include "sources/prisma/syntax/file.h"

#include <pgplumb/error.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <vector>

#include "sources/prisma_folder.h"
#include "sources/utf8.h"

namespace pgplumb::prisma {
namespace {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error("cannot read " + path.string(), {}, "does the file exist, and may you read it?");
  std::string bytes;
  if (std::error_code failure; const auto size = fs::file_size(path, failure)) bytes.reserve(failure ? 0 : size);
  std::array<char, 1 << 16> block;
  while (in.read(block.data(), block.size()) || in.gcount() > 0)
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  return bytes;
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void check_is_text(const SchemaFile& file) {
  const std::string& text = file.text();
  if (const auto zero = text.find('\0'); zero != std::string::npos)
    throw Error("this is no Prisma schema but a binary file", file.at(zero));
  if (const auto invalid = find_invalid_utf8(text))
    throw Error("the file is not valid UTF-8", file.at(*invalid), "save it as UTF-8");
}

std::vector<fs::path> find_files(const std::string& path) {
  std::error_code failure;
  if (!fs::is_directory(path, failure)) return {path};
  std::vector<fs::path> found;
  for (fs::recursive_directory_iterator it(path, fs::directory_options::skip_permission_denied, failure), end;
       it != end && !failure; it.increment(failure)) {
    if (it->is_directory() && it->path().filename() == "node_modules")
      it.disable_recursion_pending();
    else if (it->path().extension() == ".prisma" && it->is_regular_file() && !is_kept_by_migration(it->path()))
      found.push_back(it->path());
  }
  if (found.empty()) throw Error("no .prisma file below " + path);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

SchemaFiles load_files(const std::string& path) {
  SchemaFiles files;
  for (const auto& found : find_files(path)) {
    const std::string name = found.lexically_normal().string();
    std::string bytes = read_bytes(found);
    if (bytes.starts_with(byte_order_mark))
      throw Error("the file begins with a byte order mark", {remember_file(name), 1, 1},
                  "save it as UTF-8 without one: Prisma refuses it");
    files.emplace_back(name, std::move(bytes));
    check_is_text(files.back());
  }
  const auto is_blank = [](const SchemaFile& file) { return file.text().find_first_not_of(" \t\r\n") == std::string::npos; };
  if (std::all_of(files.begin(), files.end(), is_blank))
    throw Error("the schema is empty", files.front().at(0), "expected a datasource block and models");
  return files;
}

}  // namespace pgplumb::prisma
