#include "core/client/IgnoreRules.h"

#include <gtest/gtest.h>

#include <chrono>

using atelier::fitsPattern;
using atelier::IgnoreRules;

namespace {

struct Case
{
    const char *rules;
    const char *path;
    bool isIgnored;
};

} // namespace

TEST(IgnoreRules, DecidesAsGitDoes)
{
    // Each was compared with `git check-ignore --no-index`.
    const Case cases[] = {
        {"*.pyc", "a.pyc", true},
        {"*.pyc", "deep/er/a.pyc", true},
        {"*.pyc", "a.pyc.txt", false},
        {"build", "build/x", true},
        {"build", "src/build", true},
        {"build/", "build", false},
        {"build/", "src/build/x", true},
        {"/build", "build/x", true},
        {"/build", "src/build", false},
        {"a/b", "a/b/c", true},
        {"a/b", "x/a/b", false},
        {"a/*", "a/b/c", true},
        {"a/*.txt", "a/b/c.txt", false},
        {"**/b", "a/x/b", true},
        {"**/b", "b", true},
        {"a/**", "a/x/y", true},
        {"a/**", "a", false},
        {"a/**/z", "a/z", true},
        {"a/**/z", "a/1/2/z", true},
        {"?.txt", "a.txt", true},
        {"?.txt", "ab.txt", false},
        {"[a-c].txt", "b.txt", true},
        {"[!a-c].txt", "b.txt", false},
        {"[]-]x", "-x", true},
        {"\\#x", "#x", true},
        {"#x", "#x", false},
        {"\\!x", "!x", true},
        {"x\\ ", "x ", true},
        {"x   ", "x", true},
        {"x\r\ny\r\n", "y", true},
        {"*.log\n!keep.log", "keep.log", false},
        {"!keep.log\n*.log", "keep.log", true},
        {"a\\*", "a*", true},
        {"a\\*", "ab", false},
        {"", "a", false},
        {"/", "a", false},
    };
    for (const Case &each : cases)
        EXPECT_EQ(IgnoreRules(each.rules).ignoresFile(each.path), each.isIgnored)
            << "'" << each.rules << "' on " << each.path;
}

TEST(IgnoreRules, ALaterLineTakesAFileBackFromAnIgnoredFolder)
{
    const IgnoreRules rules("data/\n!data/small.csv\n");
    EXPECT_TRUE(rules.ignoresFile("data/large.csv"));
    EXPECT_FALSE(rules.ignoresFile("data/small.csv"));
    EXPECT_FALSE(rules.ignoresAllBelow("data"));
}

TEST(IgnoreRules, AFolderWithoutAWayBackNeedNotBeRead)
{
    const IgnoreRules rules("node_modules\nout/\n");
    EXPECT_TRUE(rules.ignoresAllBelow("node_modules"));
    EXPECT_TRUE(rules.ignoresAllBelow("a/out"));
    EXPECT_FALSE(rules.ignoresAllBelow("src"));
}

TEST(IgnoreRules, PatternsOfManyStarsAreQuick)
{
    const std::string name(200, 'a');
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(fitsPattern("a*a*a*a*a*a*a*a*a*a*a*b", name));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}
