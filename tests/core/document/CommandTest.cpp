#include "core/document/Expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <random>

using namespace atelier;
using testing::HasSubstr;

namespace {

/// The simplest quoter that is right: the layer that knows better gives its own.
std::string quote(std::string_view text)
{
    if (!text.empty()
        && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-")
            == std::string_view::npos)
        return std::string(text);
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string(R"('\'')") : std::string(1, c);
    return quoted + "'";
}

std::string expanded(const std::string &command, const CommandValues &values)
{
    const Result<std::string> text = expandCommand(command, values, quote);
    return text ? *text : "error: " + text.error().sentence;
}

/// What the shell prints for a command.
std::string outputOf(const std::string &command)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> pipe(popen(command.c_str(), "r"), &pclose);
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;)
        output.append(buffer.data(), count);
    return output;
}

} // namespace

TEST(Command, GetsTheValuesOfItsPlaceholders)
{
    const CommandValues values{
        {{"rate", "0.5"}, {"flag", "True"}, {"data", "/a/b.csv"}}, {{"model", "/out/model"}}};
    EXPECT_EQ(expanded("python train.py --rate ${{inputs.rate}} --flag ${{ inputs.flag }}\n--data "
                       "${{inputs.data.path}} > "
                       "${{outputs.model}}/log",
                  values),
        "python train.py --rate 0.5 --flag True\n--data /a/b.csv > /out/model/log");
    EXPECT_EQ(expanded("echo $HOME {{x}} $[ y ] ]]", values), "echo $HOME {{x}} $[ y ] ]]");
}

TEST(Command, DropsAFragmentWhoseInputHasNoValue)
{
    const CommandValues values{{{"a", "1"}}, {}};
    EXPECT_EQ(
        expanded("x $[[--a ${{inputs.a}}]] $[[--b ${{inputs.b}}]] $[[--ab ${{inputs.a}} ${{inputs.b}}]] y",
            values),
        "x --a 1   y");
    EXPECT_EQ(expanded("x $[[plain]]", values), "x plain");
    EXPECT_EQ(expanded("[[ -f x ]] && echo $[[ ${{inputs.a}} ]]", values), "[[ -f x ]] && echo  1 ");
}

TEST(Command, NeedsAValueOutsideOfFragments)
{
    EXPECT_THAT(expanded("x ${{inputs.b}}", {}), HasSubstr("`${{inputs.b}}`, which has no value"));
    EXPECT_THAT(expanded("x ${{outputs.b}}", {}), HasSubstr("has no value"));
    EXPECT_THAT(expanded("x $[[${{outputs.b}}]]", {}), HasSubstr("has no value"));
    EXPECT_THAT(expanded("x ${{name}}", {}), HasSubstr("stands for nothing in a command"));
}

TEST(Command, QuotesAValueAsItsPlaceNeeds)
{
    const CommandValues values{{{"v", "it's $(x) \"y\""}}, {}};
    EXPECT_EQ(expanded("a ${{inputs.v}}", values), R"sh(a 'it'\''s $(x) "y"')sh");
    EXPECT_EQ(expanded("a \"b ${{inputs.v}}\"", values), R"sh(a "b it's \$(x) \"y\"")sh");
    EXPECT_EQ(expanded("a 'b ${{inputs.v}}'", values), R"sh(a 'b it'\''s $(x) "y"')sh");
    EXPECT_EQ(expanded("a \"$(b ${{inputs.v}})\"", values), R"sh(a "$(b 'it'\''s $(x) "y"')")sh");
    EXPECT_EQ(
        expanded("a # don't ${{inputs.v}}\nb ${{inputs.v}}", values), "a # don't \nb 'it'\\''s $(x) \"y\"'");
}

TEST(Command, RefusesPlacesWhereNothingQuotes)
{
    const CommandValues values{{{"v", "x"}}, {}};
    EXPECT_THAT(expanded("a `b ${{inputs.v}}`", values), HasSubstr("between backticks"));
    EXPECT_THAT(expanded("a \\${{inputs.v}}", values), HasSubstr("backslash stands directly before"));
    EXPECT_THAT(expanded("cat <<END\n${{inputs.v}}\nEND\n", values), HasSubstr("after `<<`"));
    EXPECT_THAT(expanded("a $'b ${{inputs.v}}'", values), HasSubstr("`$'"));
    EXPECT_THAT(expanded("a ${{inputs.v}}", {{{"v", std::string("x\0y", 3)}}, {}}), HasSubstr("zero byte"));
    EXPECT_EQ(expanded("cat <<< ${{inputs.v}} $((1 << 2)) ${{inputs.v}}", values), "cat <<< x $((1 << 2)) x");
}

TEST(Command, GivesTheShellEveryValueAsItIs)
{
    const std::vector<std::string> frames{"printf %s ${{inputs.v}}", "printf %s \"${{inputs.v}}\"",
        "printf %s '${{inputs.v}}'", "printf %s \"$(printf '%s.' ${{inputs.v}})\"",
        "printf %s \"$(printf '%s.' \"${{inputs.v}}\")\"", "(printf %s a${{inputs.v}}\"b\"'c') # it's over",
        "x=\"${{inputs.v}}\"; printf %s \"$x\"", "sh -c 'printf %s \"$1\"' name ${{inputs.v}}"};
    const std::vector<std::string> before{"", "", "", "", "", "a", "", ""};
    const std::vector<std::string> after{"", "", "", ".", ".", "bc", "", ""};
    const std::string alphabet = " \t\n'\"\\$`!(){}[]<>|&;*?#~=%^-abcPATH/.,:@\xc3\xa4";
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        std::string value = "v"; // a trailing newline would be lost to $( ), so that one ends in a dot
        for (int i = 0; i < static_cast<int>(random() % 12); ++i)
            value += alphabet[random() % alphabet.size()];
        const std::size_t frame = static_cast<std::size_t>(round) % frames.size();
        const Result<std::string> command = expandCommand(frames[frame], {{{"v", value}}, {}}, quote);
        ASSERT_TRUE(command) << frames[frame];
        EXPECT_EQ(outputOf(*command), before[frame] + value + after[frame]) << *command;
    }
}
