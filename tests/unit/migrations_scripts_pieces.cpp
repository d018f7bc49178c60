// SQL that a script puts together: formats, lists that are joined, texts written piece by piece.
#include "unit/migrations_places.h"

using namespace pgplumb;

namespace {

Source go(const std::string& body) { return read_script("1_t.go", "package m\n\nfunc up(tx *sql.Tx) error {\n" + body + "}\n"); }

Source python(const std::string& text) { return read_script("db_migrate.py", text); }

}  // namespace

TEST_CASE("scripts: the gaps of a format have positions, names, widths and quotes") {
  const Source source =
      go("\tt := \"t\"\n"
         "\tfor i, c := range []string{\"a\", \"b\"} {\n"
         "\t\ttx.Exec(fmt.Sprintf(\"ALTER TABLE %[1]s ADD %[2]s_%[1]s int DEFAULT 50 %% 7\", t, c))\n"
         "\t\ttx.Exec(fmt.Sprintf(\"ALTER TABLE %v ADD n%03d int, ADD %q int\", t, i, \"Q\" + c))\n"
         "\t\ttx.Exec(fmt.Sprintf(\"ALTER TABLE %[1]s ADD x%[2]d int\", t, elsewhere))\n\t}\n");
  CHECK(columns_of(source, "t") == Names{"Qa", "Qb", "a_t", "b_t", "n000", "n001"});
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source) == Names{"statement with %[2]d 8", "statement with %[2]d 8"});
  const Source python_source = python(
      "conn.execute('ALTER TABLE t ADD %(c)s text DEFAULT %(d)r' % {'c': 'a', 'd': 'x'})\n"
      "conn.execute('ALTER TABLE {1} ADD {0} int, ADD {0}_{1} int'.format('b', 't'))\n"
      "conn.execute('ALTER TABLE t ADD {c} jsonb DEFAULT {d!r}'.format(c='c', d='{}'))\n"
      "conn.execute('ALTER TABLE t ADD d{0:>2} int, ADD e{other.name} int'.format(5, other=o))\n");
  CHECK(columns_of(python_source, "t") == Names{"a", "b", "b_t", "c"});
  CHECK(python_source.catalog.problems.empty());
}

TEST_CASE("scripts: what is written to a builder is one text") {
  const Source source = go(
      "\tvar sb strings.Builder\n\tsb.WriteString(\"ALTER TABLE t \")\n\tsb.WriteString(\"ADD a int\")\n\ttx.Exec(sb.String())\n"
      "\tsb.Reset()\n\tfmt.Fprintf(&sb, \"ALTER TABLE %s ADD \", \"t\")\n\tsb.WriteString(\"b int\")\n\ttx.Exec(sb.String())\n"
      "\tparts := append([]string{\"ALTER TABLE t\"}, \"ADD\", \"c int\")\n\ttx.Exec(strings.Join(parts, \" \"))\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c"});
  CHECK(place_of(source, "t", "a") == "6:22");
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source).empty());
  const Source buffer =
      python("buf = io.StringIO()\nbuf.write('ALTER TABLE t ')\nbuf.write('ADD a int')\nconn.execute(buf.getvalue())\n");
  CHECK(columns_of(buffer, "t") == Names{"a"});
  CHECK(left_out(buffer).empty());
}

TEST_CASE("scripts: a text of which a piece is not known is named, and no syntax error is foretold") {
  const std::vector<std::string> bodies{
      "\tvar sb strings.Builder\n\tsb.WriteString(\"ALTER TABLE t \")\n\tif x {\n\t\tsb.WriteString(\"ADD a int\")\n\t}\n"
      "\ttx.Exec(sb.String())\n",
      "\tvar sb strings.Builder\n\tsb.WriteString(\"ALTER TABLE t \")\n\tcolumns(&sb)\n\ttx.Exec(sb.String())\n",
      "\tw.WriteString(\"ALTER TABLE t \")\n\tw.WriteString(\"ADD a int\")\n",
      "\tvar sb strings.Builder\n\tother := &sb\n\tother.WriteString(\"ALTER TABLE t \")\n\ttx.Exec(sb.String())\n",
  };
  for (const std::string& body : bodies) {
    const Source source = go(body);
    CHECK(columns_of(source, "t").empty());
    CHECK(source.catalog.problems.empty());
    CHECK_FALSE(left_out(source).empty());
  }
}

TEST_CASE("scripts: lists are joined wherever they stand") {
  const Source source = read_script("1_a.js",
                                    "exports.up = async (pg) => {\n  const parts = [];\n"
                                    "  parts.push('ALTER TABLE t ', 'ADD a int');\n  await pg.query(parts.join(''));\n"
                                    "  await pg.query(['ALTER TABLE t', 'ADD b int'].join(' '));\n"
                                    "  await pg.query('ALTER TABLE t '.concat('ADD c int'));\n"
                                    "  const more = ['ALTER TABLE t '];\n  if (process.env.X) more.push('ADD d int');\n"
                                    "  await pg.query(more.join(''));\n};\n");
  CHECK(columns_of(source, "t") == Names{"a", "b", "c"});
  CHECK(source.catalog.problems.empty());
  CHECK(left_out(source) == Names{"statement with {ADD d int} 7"});
  const Source generated = python("conn.execute('ALTER TABLE t ' + ', '.join('ADD ' + c for c in ['a int', 'b int']))\n");
  CHECK(columns_of(generated, "t") == Names{"a", "b"});
  const Source conditional = python(
      "columns = [('a', 'int')]\nif settings.more:\n    columns.append(('b', 'int'))\n"
      "for name, kind in columns:\n    conn.execute(f'ALTER TABLE t ADD {name} {kind}')\n"
      "pieces = ['ALTER TABLE t ADD c int']\npieces.extend(others())\nconn.execute(', '.join(pieces))\n");
  CHECK(columns_of(conditional, "t") == Names{"a"});
  CHECK(left_out(conditional) == Names{"statement with {b} 5", "statement with {…} 6"});
}
