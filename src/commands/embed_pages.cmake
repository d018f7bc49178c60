# Turns the pages FOLDER/*.md into OUTPUT, the source of rule_page(): a table of name and text.
file(GLOB pages ${FOLDER}/*.md)
set(rows)
foreach(page ${pages})
  get_filename_component(name ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    {\"${name}\", R\"page(${text})page\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"commands/rule_pages.h\"

namespace pgplumb {

std::string_view rule_page(std::string_view name) {
  struct Page {
    std::string_view name, text;
  };
  static constexpr Page pages[]{
${rows}  };
  for (const Page& page : pages)
    if (page.name == name) return page.text;
  return {};
}

}  // namespace pgplumb
")
