#include "core/log/ShownLine.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

using atelier::show;
using namespace std::string_literals;

TEST(ShownLine, LeavesPlainTextAsItIs)
{
    const auto line = show("loss\t0.5 ünï 漢字 🎉");
    EXPECT_EQ(line.text, "loss\t0.5 ünï 漢字 🎉");
    EXPECT_TRUE(line.spans.empty());
}

TEST(ShownLine, TurnsColoursIntoSpans)
{
    const auto line = show("a\x1b[31mred\x1b[0m b\x1b[1mbold");
    EXPECT_EQ(line.text, "ared bbold");
    ASSERT_EQ(line.spans.size(), 2U);
    EXPECT_EQ(line.spans[0].begin, 1U);
    EXPECT_EQ(line.spans[0].end, 4U);
    EXPECT_EQ(line.spans[0].style.foreground.red, 1);
    EXPECT_EQ(line.spans[1].begin, 6U);
    EXPECT_TRUE(line.spans[1].style.bold);
}

TEST(ShownLine, DropsOtherEscapeSequences)
{
    EXPECT_EQ(show("\x1b[2K\x1b[1Ax\x1b]0;title\ay\x1b]8;;http://a\x1b\\z\x1b=!").text, "xyz!");
    EXPECT_EQ(show("cut \x1b").text, "cut ");
    EXPECT_EQ(show("cut \x1b[3").text, "cut ");
    EXPECT_EQ(show("cut \x1b]0;x").text, "cut ");
}

TEST(ShownLine, ShowsTheLastStateOfAProgressBar)
{
    EXPECT_EQ(show(" 10%|#   |\r 50%|##  |\r100%|####|").text, "100%|####|");
    EXPECT_EQ(show("done\r").text, "done");
    EXPECT_EQ(show("\r\r").text, "");
    EXPECT_EQ(show("a\rb\r\r").text, "b");
}

TEST(ShownLine, ShowsRubbishAsEscapes)
{
    EXPECT_EQ(show("a\0b\x07\x7f"s).text, "a\\x00b\\x07\\x7f");
    EXPECT_EQ(show("\u202Eevil\u2066\u2028\u0085").text, "\\u202eevil\\u2066\\u2028\\x85");
}

TEST(ShownLine, ReplacesWhatIsNoUtf8)
{
    EXPECT_EQ(show("a\xff\x62").text, "a\uFFFDb");
    EXPECT_EQ(show("\xc3").text, "\uFFFD");
    EXPECT_EQ(show("\xc0\xaf").text, "\uFFFD\uFFFD");
    EXPECT_EQ(show("\xed\xa0\x80").text, "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(show("\xf4\x90\x80\x80").text, "\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST(ShownLine, KnowsWhereEachByteCameFrom)
{
    const auto line = show("x\ra\x1b[1mb\x01 c");
    EXPECT_EQ(line.text, "ab\\x01 c");
    EXPECT_EQ(line.origins, (std::vector<std::uint32_t>{2, 7, 8, 8, 8, 8, 9, 10}));
}

// Whatever the bytes: the text holds no control character but the tab, and each byte has its origin.
TEST(ShownLine, IsFitToBeShownForRandomBytes)
{
    std::mt19937 random(11);
    for (int round = 0; round < 2000; ++round) {
        std::string raw(random() % 60, '\0');
        for (char &c : raw)
            c = static_cast<char>(random() % 3 == 0 ? "\x1b[;m\r]\\9"[random() % 8] : random());
        const auto line = show(raw);
        EXPECT_EQ(line.origins.size(), line.text.size());
        for (const char c : line.text)
            EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\t');
        EXPECT_EQ(show(line.text).text, line.text);
    }
}
