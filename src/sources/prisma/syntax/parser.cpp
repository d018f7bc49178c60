#include "sources/prisma/syntax/parser.h"

#include <fmt/format.h>
#include <pgplumb/sql/identifier.h>

#include <algorithm>
#include <array>
#include <optional>

#include "sources/prisma/syntax/lines.h"
#include "sources/prisma/syntax/values.h"

namespace pgplumb::prisma {
namespace {

using Kind = Token::Kind;

struct Keyword {
  std::string_view word;
  Block::Kind kind;
};
constexpr std::array<Keyword, 6> keywords{{{"model", Block::Kind::model},
                                           {"view", Block::Kind::view},
                                           {"type", Block::Kind::type},
                                           {"enum", Block::Kind::enumeration},
                                           {"datasource", Block::Kind::datasource},
                                           {"generator", Block::Kind::generator}}};

std::optional<Block::Kind> find_keyword(std::string_view word) {
  for (const auto& keyword : keywords)
    if (keyword.word == word) return keyword.kind;
  return std::nullopt;
}

std::string nearest_keyword(std::string_view word) {
  std::vector<std::string> words;
  for (const auto& keyword : keywords) words.emplace_back(keyword.word);
  return nearest_name(word, words);
}

/// Room for the tree of so much text and half as much again, in one piece: when the tree is gone, the catalog finds it whole.
constexpr std::size_t room_for(std::size_t bytes) { return 12 * bytes; }

class Parser {
 public:
  Parser(const Span& part, Problems& problems) : cursor_(part, problems, tree_) {
    tree_.memories.emplace_back(room_for(part.text().size()));
  }

  /// Up to the end, or to a block of the kind.
  Tree run(std::optional<Block::Kind> last = std::nullopt) {
    for (cursor_.skip_blank_lines(); !cursor_.at(Kind::end) && !has_read(last); cursor_.skip_blank_lines()) {
      try {
        read_block();
      } catch (const UnreadableLine&) {
        cursor_.skip_line();
      }
    }
    return std::move(tree_);
  }

 private:
  bool has_read(std::optional<Block::Kind> kind) const {
    return kind && !tree_.blocks.empty() && tree_.blocks.back().kind == *kind;
  }

  bool at_block_head() const {
    return cursor_.at(Kind::word) && cursor_.peek(1).kind == Kind::word && cursor_.peek(2).kind == Kind::open_brace &&
           find_keyword(cursor_.text(cursor_.peek()));
  }

  void read_block() {
    const Token keyword = cursor_.peek();
    if (!cursor_.at(Kind::word)) fail_no_block();
    const auto kind = find_keyword(cursor_.text(keyword));
    if (!kind) return pass_over_unknown_block();
    cursor_.take();
    if (!cursor_.at(Kind::word)) {
      cursor_.note(cursor_.span(cursor_.peek()),
                   fmt::format("expected the name of the {}, found {}", cursor_.text(keyword), cursor_.found()),
                   "names begin with a letter");
      pass_over_body();
      return;
    }
    const Token name = cursor_.take();
    Block block{*kind, cursor_.text(name)};
    block.name_span = cursor_.span(name);
    check_name(cursor_, name, fmt::format("{} {}", *kind == Block::Kind::enumeration ? "an" : "a", keyword_of(*kind)));
    if (!read_opening(block, keyword)) {
      pass_over_body();
      return;
    }
    read_contents(block);
    block.span = cursor_.span_from(keyword);
    tree_.blocks.push_back(std::move(block));
  }

  [[noreturn]] void fail_no_block() {
    tree_.is_whole = false;
    const Span where = cursor_.span(cursor_.peek());
    if (!cursor_.at(Kind::close_brace)) lose_line(cursor_.text(cursor_.peek()));
    if (cursor_.at(Kind::close_brace)) cursor_.fail(where, "this \"}\" closes nothing", "remove it, or a \"{\" is missing above");
    if (cursor_.at(Kind::unterminated_comment)) cursor_.fail(where, "this comment is not closed", "add */");
    cursor_.fail(where, fmt::format("expected a block, found {}", cursor_.found()), "comments begin with //");
  }

  void pass_over_unknown_block() {
    const std::string word(cursor_.text(cursor_.peek()));
    const std::string nearest = word == "table" || word == "entity" ? "model" : nearest_keyword(word);
    cursor_.note(cursor_.span(cursor_.peek()), fmt::format("\"{}\" begins no block of a schema", word),
                 nearest.empty() ? "blocks begin with model, enum, view, type, datasource or generator"
                                 : fmt::format("did you mean {}?", nearest));
    const std::string_view first = cursor_.text(cursor_.peek());
    if (!pass_over_body()) lose_line(first);
  }

  /// A line outside of all blocks: the block before it may have been closed too early.
  void lose_line(std::string_view first) {
    if (!tree_.blocks.empty()) tree_.blocks.back().unread_names.push_back(first);
  }

  /// The rest of the line and, if it opens a block, all of that. False where it opens none.
  bool pass_over_body() {
    tree_.is_whole = false;
    bool open = false;
    for (; !cursor_.at_line_end(); cursor_.take())
      open = cursor_.at(Kind::open_brace) || (open && !cursor_.at(Kind::close_brace));
    if (!open) return false;
    while (!cursor_.at(Kind::end) && !cursor_.at(Kind::close_brace) && !at_block_head()) cursor_.skip_line();
    cursor_.take_if(Kind::close_brace);
    return true;
  }

  /// False, with nothing taken behind the brace, where the block cannot be read.
  bool read_opening(Block& block, const Token& keyword) {
    const std::string_view word = cursor_.text(keyword);
    if (block.kind == Block::Kind::type && cursor_.at(Kind::equals))
      cursor_.fail(cursor_.span_from(keyword), "type aliases are no longer part of the language",
                   "write the type out at each field");
    if (cursor_.at(Kind::newline)) {
      cursor_.note(block.name_span, fmt::format("expected \"{{\" behind {} {}", word, block.name), "on the same line");
      cursor_.skip_blank_lines();
      cursor_.take_if(Kind::open_brace);
      return true;
    }
    if (!cursor_.at(Kind::open_brace)) {
      cursor_.note(cursor_.span(cursor_.peek()),
                   fmt::format("expected \"{{\" behind {} {}, found {}", word, block.name, cursor_.found()));
      return false;
    }
    cursor_.take();
    if (!cursor_.at_line_end() && !cursor_.at(Kind::block_comment)) pass_over_line(block);
    return true;
  }

  void pass_over_line(Block& block) {
    const Token first = cursor_.peek();
    while (!cursor_.at_line_end()) cursor_.take();
    block.passed_over = cursor_.span_from(first);
  }

  void note_not_closed(const Block& block) {
    if (block.passed_over.file && block.passed_over.text().find('}') != std::string_view::npos)
      cursor_.note(block.passed_over, fmt::format("expected the end of the line, found \"{}\"", block.passed_over.text()),
                   fmt::format("what stands in {} {} stands on lines of its own", keyword_of(block.kind), block.name));
    else if (cursor_.at(Kind::end))
      cursor_.note(block.name_span, fmt::format("{} {} is not closed", keyword_of(block.kind), block.name),
                   "add \"}\" before the end of the file");
    else
      cursor_.note(
          cursor_.span(cursor_.peek()),
          fmt::format("{} {} is not closed before this {}", keyword_of(block.kind), block.name, cursor_.text(cursor_.peek())),
          fmt::format("add \"}}\" above; {} begins at {}", block.name, block.name_span.at().text()));
  }

  /// What stands in a block, while it is read.
  struct Contents {
    Growing<FieldLine> fields;
    Growing<EnumLine> values;
    Growing<Property> properties;
    Growing<Attribute> attributes;

    bool has_lines() const { return !fields.items().empty() || !values.items().empty() || !properties.items().empty(); }
  };

  void read_contents(Block& block) {
    Contents contents{cursor_.list<FieldLine>(), cursor_.list<EnumLine>(), cursor_.list<Property>(), cursor_.list<Attribute>()};
    read_lines(block, contents);
    block.fields = cursor_.keep(contents.fields);
    block.values = cursor_.keep(contents.values);
    block.properties = cursor_.keep(contents.properties);
    block.attributes = cursor_.keep(contents.attributes);
  }

  void read_lines(Block& block, Contents& contents) {
    for (cursor_.skip_blank_lines(); !cursor_.take_if(Kind::close_brace); cursor_.skip_blank_lines()) {
      if (cursor_.at(Kind::end) || at_block_head()) {
        note_not_closed(block);
        block.unread_names.emplace_back();
        block.is_cut_off = !contents.has_lines();
        return;
      }
      const Token first = cursor_.peek();
      try {
        read_line(block, contents);
      } catch (const UnreadableLine&) {
        block.unread_names.push_back(cursor_.text(first));
        cursor_.skip_line();
      }
    }
  }

  void read_line(const Block& block, Contents& contents) {
    if (cursor_.at(Kind::at_at) && takes_attributes(block.kind)) {
      contents.attributes.push(read_attribute(cursor_));
      cursor_.expect_line_end();
    } else if (cursor_.at(Kind::at)) {
      cursor_.fail(cursor_.span(cursor_.peek()), "an attribute on a line of its own has two \"@\"",
                   "attributes of a field stand on its line, those of the block begin with @@");
    } else if (!cursor_.at(Kind::word) && !cursor_.at(Kind::number)) {
      fail_no_line(block);
    } else {
      read_member(block, contents);
    }
  }

  static bool takes_attributes(Block::Kind kind) { return kind != Block::Kind::datasource && kind != Block::Kind::generator; }

  void read_member(const Block& block, Contents& contents) {
    switch (block.kind) {
      case Block::Kind::enumeration:
        contents.values.push(read_enum_value(cursor_));
        break;
      case Block::Kind::datasource:
      case Block::Kind::generator:
        contents.properties.push(read_property(cursor_));
        break;
      default:
        contents.fields.push(read_field(cursor_));
    }
  }

  [[noreturn]] void fail_no_line(const Block& block) {
    if (cursor_.text(cursor_.peek()).empty() || !cursor_.at(Kind::unknown)) cursor_.fail_expected(line_of(block.kind));
    cursor_.fail(cursor_.span(cursor_.peek()), fmt::format("expected {}, found {}", line_of(block.kind), cursor_.found()),
                 cursor_.text(cursor_.peek()) == "_" ? "names begin with a letter; use @map for the name in the database" : "");
  }

  static std::string_view line_of(Block::Kind kind) {
    if (kind == Block::Kind::enumeration) return "a value of the enum";
    return takes_attributes(kind) ? "a field or an attribute" : "\"name = value\"";
  }

  Tree tree_;
  Cursor cursor_;
};

/// Behind the first line after the middle that is nothing but "}"; the end where there is none.
std::uint32_t boundary_of(const SchemaFile& file) {
  constexpr std::string_view closing = "\n}\n";
  const auto found = file.text().find(closing, file.text().size() / 2);
  return static_cast<std::uint32_t>(std::min(found, file.text().size() - closing.size()) + closing.size());
}

/// Both halves of a large file at once. Nothing where one of them has a problem: its boundary may be no block's end, but stand in
/// a comment or behind a block that is not closed. Without any, the first half ends where a block does.
std::optional<Tree> parse_halves(const SchemaFile& file, SecondThread& second_thread) {
  constexpr std::size_t worth_it = 64 << 10;  // bytes, for a second thread
  if (file.text().size() < worth_it) return std::nullopt;
  const std::uint32_t boundary = boundary_of(file);
  Problems problems, problems_behind;
  Tree tree_behind;
  auto behind = second_thread.begin(true, [&] {
    tree_behind = Parser({&file, boundary, whole(file).end}, problems_behind).run();
  });
  Tree tree = Parser({&file, 0, boundary}, problems).run();
  behind.finish();
  tree.append(std::move(tree_behind));
  return problems.empty() && problems_behind.empty() ? std::optional(std::move(tree)) : std::nullopt;
}

}  // namespace

std::string_view keyword_of(Block::Kind kind) {
  return std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& keyword) { return keyword.kind == kind; })->word;
}

Tree parse_file(const SchemaFile& file, Problems& problems, SecondThread& second_thread) {
  if (auto tree = parse_halves(file, second_thread)) return std::move(*tree);
  return Parser(whole(file), problems).run();
}

Tree parse_up_to(Block::Kind kind, const SchemaFile& file, Problems& problems) { return Parser(whole(file), problems).run(kind); }

}  // namespace pgplumb::prisma
