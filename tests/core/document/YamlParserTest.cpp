#include "core/document/YamlParser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

using namespace atelier;
using testing::HasSubstr;

namespace {

const auto source = std::make_shared<const Source>(Source{"job.yml", "/folder"});

/// The tree as one line of flow text: kinds show as `i:` integer, `n:` number, `b:` boolean, `d:` date, `~`
/// nothing.
std::string flow(const Node &node)
{
    std::string text;
    switch (node.kind) {
    case NodeKind::Mapping:
        for (const Member &member : node.members)
            text += (text.empty() ? "" : ", ") + member.key + "=" + flow(member.value);
        return "{" + text + "}";
    case NodeKind::Sequence:
        for (const Node &item : node.items)
            text += (text.empty() ? "" : ", ") + flow(item);
        return "[" + text + "]";
    case NodeKind::Null:
        return "~";
    case NodeKind::Integer:
        return "i:" + node.text;
    case NodeKind::Number:
        return "n:" + node.text;
    case NodeKind::Boolean:
        return "b:" + node.text;
    case NodeKind::Date:
        return "d:" + node.text;
    case NodeKind::Text:
        return node.text;
    }
    return {};
}

std::string parsed(const std::string &text)
{
    std::vector<Error> warnings;
    const Result<Node> root = parseYaml(text, source, warnings);
    return root ? flow(*root) : describe(root.error());
}

std::string warned(const std::string &text)
{
    std::vector<Error> warnings;
    const Result<Node> root = parseYaml(text, source, warnings);
    return warnings.empty() ? std::string() : describe(warnings.front());
}

std::string placeOf(const std::string &text, const std::string &path, Aim aim = Aim::OfValue)
{
    std::vector<Error> warnings;
    const Result<Node> root = parseYaml(text, source, warnings);
    if (!root)
        return describe(root.error());
    const Location place = locate(*root, path, aim);
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

} // namespace

TEST(YamlParser, ReadsMappingsSequencesAndScalars)
{
    EXPECT_EQ(parsed("a: 1\nb: [x, 'yes', yes]\nc:\n  d: |\n    two\n    lines\n"),
        "{a=i:1, b=[x, yes, b:True], c={d=two\nlines\n}}");
}

TEST(YamlParser, KeepsQuotedScalarsAsText)
{
    EXPECT_EQ(parsed("a: '010'\nb: \"2026-01-01\"\nc: 2026-01-01\nd: ''\ne: !!str 5\n"),
        "{a=010, b=2026-01-01, c=d:2026-01-01, d=, e=5}");
}

TEST(YamlParser, FoldsAndExpands)
{
    EXPECT_EQ(parsed("a: >\n  one\n  two\nb: &x {k: 1}\nc: *x\n"), "{a=one two\n, b={k=i:1}, c={k=i:1}}");
}

TEST(YamlParser, MergesWithoutReplacingWhatIsWritten)
{
    EXPECT_EQ(parsed("base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nall:\n  <<: [*b, *m]\n  x: 9\n"),
        "{base={x=i:1, y=i:2}, more={y=i:3, z=i:4}, all={x=i:9, y=i:2, z=i:4}}");
    EXPECT_THAT(parsed("a:\n  <<: 5\n"), HasSubstr("2:7: `<<` takes the alias of a mapping"));
}

TEST(YamlParser, AcceptsByteOrderMarkCarriageReturnsAndAMissingLastNewline)
{
    EXPECT_EQ(parsed("\xEF\xBB\xBF"
                     "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: z"),
        "{a=i:1, b=x\ny\n, c=z}");
    EXPECT_EQ(placeOf("\xEF\xBB\xBF"
                      "a: 1\r\nb:\r\n  c: 5",
                  "b.c"),
        "3:6");
}

TEST(YamlParser, CountsColumnsInCodePointsAndLinesAsEditorsDo)
{
    EXPECT_EQ(placeOf("{ä: ö, ü: x}", "ü"), "1:11");
    // Editors take these three for characters of the line; libyaml breaks lines at them.
    EXPECT_EQ(placeOf("a: \"x\xE2\x80\xA8y\xC2\x85z\"\nb: 1\n", "b"), "2:4");
}

TEST(YamlParser, PlacesValuesKeysAndItems)
{
    const std::string text = "jobs:\n  fit:\n    inputs:\n      rate: 0.1\n    list: [a, b]\n    none:\n";
    EXPECT_EQ(placeOf(text, "jobs.fit.inputs.rate"), "4:13");
    EXPECT_EQ(placeOf(text, "jobs.fit.inputs.rate", Aim::OfKey), "4:7");
    EXPECT_EQ(placeOf(text, "jobs.fit.list.1"), "5:15");
    EXPECT_EQ(placeOf(text, "jobs.fit"), "2:3");
    EXPECT_EQ(placeOf(text, "jobs.fit.none"), "6:5");
    EXPECT_EQ(placeOf(text, "jobs.fit.nothing.here"), "2:3");
    EXPECT_EQ(placeOf(text, "jobs.fit.component.inputs.rate"), "4:13"); // an inline step is its own component
}

TEST(YamlParser, FindsKeysThatHoldDots)
{
    EXPECT_EQ(placeOf("inputs:\n  group.rate: 1\n  group:\n    rate: 2\n", "inputs.group.rate"), "2:15");
}

TEST(YamlParser, WarnsOfADuplicateKeyAndTakesTheLast)
{
    EXPECT_EQ(parsed("a: 1\nb: 2\na: 3\n"), "{a=i:3, b=i:2}");
    EXPECT_EQ(warned("a: 1\nb: 2\na: 3\n"),
        "job.yml:3:1: The key 'a' stands here again, after line 1: the last one counts. Remove one of them.");
}

TEST(YamlParser, SaysThatADocumentIsEmpty)
{
    for (const char *text : {"", "\n", "# only a comment\n", "---\n", "~"})
        EXPECT_THAT(parsed(text), HasSubstr("The document is empty")) << text;
}

TEST(YamlParser, RefusesSeveralDocumentsAndTags)
{
    EXPECT_THAT(parsed("a: 1\n---\nb: 2\n"), HasSubstr("job.yml:2:1: A second document begins here"));
    EXPECT_THAT(parsed("a: !secret x\n"), HasSubstr("job.yml:1:4: Tags such as `!name`"));
    EXPECT_THAT(parsed("a: !!python/object:os.system x\n"), HasSubstr("1:4: Tags such as"));
}

TEST(YamlParser, RefusesAnAliasBeforeOrInsideItsAnchor)
{
    EXPECT_THAT(
        parsed("a: *x\nb: &x 1\n"), HasSubstr("1:4: The alias `*x` stands before its anchor, or inside it"));
    EXPECT_THAT(parsed("a: &x [*x]\n"), HasSubstr("1:8: The alias `*x`"));
}

TEST(YamlParser, SaysWhatToWriteInsteadOfBrokenSyntax)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"command: echo\n\tname: x\n", "job.yml:2:1: A tab indents this line: YAML wants blanks."},
        {"command: echo a: b\n",
            "job.yml:1:16: A colon with a blank after it cannot stand here: put the value in quotes"},
        {"a: \"open\nb: 1\n", "job.yml:3:1: A quote that was opened is not closed"},
        {"a: @x\n", "job.yml:1:4: No value can begin with `@`: put it in quotes."},
        {"a: [1, 2\nb: 3\n", "A `[` is not closed"},
        {"a: {b: ${{inputs.x}}}\n", "A `{` is not closed, or a comma is missing"},
        {"a: \"\\q\"\n", "This backslash begins no known escape"},
        {"a:\n  - 1\n b: 2\n", "job.yml:3:"},
        {"- a\nb: 1\n", "job.yml:2:1: This line does not fit the list it stands in"},
        {"a: 1\n  b: 2\n", "job.yml:2:4: A colon"},
        {"a: b\nc\nd: e\n", "job.yml:3:1: A key needs a colon"},
        {"a: |x\n  y\n", "Text cannot follow `|` or `>`"},
        {"? [a, b]\n: c\n", "job.yml:1:3: A key must be text"},
    };
    for (const auto &[text, sentence] : cases)
        EXPECT_THAT(parsed(text), HasSubstr(sentence)) << text;
}

TEST(YamlParser, NamesATemplateAsOne)
{
    for (const char *text :
        {"name: {{ENDPOINT_NAME}}\n", "name: {{A}}-{{B}}\n", "a: 1\nb: x: {{c}}\n", "{% if x %}\na: 1\n"})
        EXPECT_THAT(parsed(text), HasSubstr("This line is a template")) << text;
    EXPECT_EQ(parsed("name: ${{parent.inputs.x}}\n"), "{name=${{parent.inputs.x}}}");
}

TEST(YamlParser, RefusesBytesThatAreNoUtf8WithTheirPlace)
{
    EXPECT_THAT(parsed("a: 1\nbä: \xff\n"), HasSubstr("job.yml:2:5: The file holds a byte"));
    EXPECT_THAT(parsed("a: \x01\n"), HasSubstr("job.yml:1:4: The file holds a byte or control character"));
    EXPECT_THAT(parsed("a: \"x\\0y\"\n"), HasSubstr("1:4: Text cannot hold a zero byte"));
    EXPECT_THAT(parsed(std::string("\xFF\xFE"
                                   "a\0:\0",
                    6)),
        HasSubstr("save it as UTF-8"));
}
