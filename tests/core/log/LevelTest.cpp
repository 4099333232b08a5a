#include "core/log/Level.h"

#include <gtest/gtest.h>

using atelier::Level;
using atelier::LevelJudge;
using atelier::TracebackPart;

namespace {

Level levelOf(std::string_view line)
{
    return LevelJudge().judgeRaw(line).level;
}

} // namespace

TEST(Level, IsTheFirstWholeWordInCapitals)
{
    EXPECT_EQ(levelOf("2026-03-01 12:00:00,123 INFO train ERROR"), Level::Info);
    EXPECT_EQ(levelOf("DEBUG:root:x"), Level::Debug);
    EXPECT_EQ(levelOf("[WARNING] x"), Level::Warning);
    EXPECT_EQ(levelOf("13:00 WARN x"), Level::Warning);
    EXPECT_EQ(levelOf("ERROR"), Level::Error);
    EXPECT_EQ(levelOf("a - CRITICAL - b"), Level::Critical);
    EXPECT_EQ(levelOf("FATAL: b"), Level::Critical);
    EXPECT_EQ(levelOf("x.py:3: UserWarning: y"), Level::Warning);
}

TEST(Level, IsNoneWhereAWordOnlyContainsOne)
{
    EXPECT_EQ(levelOf("ERRORS INFORM DEBUGGER MY_ERROR"), Level::None);
    EXPECT_EQ(levelOf("error info Mean Squared Error: 0.1"), Level::None);
    EXPECT_EQ(levelOf(""), Level::None);
    EXPECT_EQ(levelOf(std::string(200, ' ') + "ERROR"), Level::None);
}

TEST(Level, IsSeenThroughColoursAndRedrawing)
{
    EXPECT_EQ(levelOf("\x1b[33mWARNING\x1b[0m careful"), Level::Warning);
    EXPECT_EQ(levelOf("ERROR drawn over\rINFO now"), Level::Info);
    EXPECT_EQ(levelOf("ERROR with a DOS end\r"), Level::Error);
}

TEST(Level, TellsWhereItsWordIs)
{
    const auto judgement = LevelJudge().judge("12:00 ERROR x");
    EXPECT_EQ(judgement.wordBegin, 6U);
    EXPECT_EQ(judgement.wordEnd, 11U);
}

TEST(Level, OfATracebackIsAnErrorWhereTheExceptionIsNamed)
{
    LevelJudge judge;
    EXPECT_EQ(judge.judge("Traceback (most recent call last):").traceback, TracebackPart::Stack);
    EXPECT_EQ(judge.judge("  File \"a.py\", line 3, in f").traceback, TracebackPart::Stack);
    EXPECT_EQ(judge.judge("    raise ERROR").level, Level::None);
    const auto exception = judge.judge("mine.Odd: no");
    EXPECT_EQ(exception.traceback, TracebackPart::Exception);
    EXPECT_EQ(exception.level, Level::Error);
    EXPECT_EQ(judge.judge("after").level, Level::None);
}

TEST(Level, OfATracebackFollowsItsPrefix)
{
    LevelJudge judge;
    (void)judge.judge("[rank0]: Traceback (most recent call last):");
    EXPECT_EQ(judge.judge("[rank0]:   File \"a.py\"").traceback, TracebackPart::Stack);
    EXPECT_EQ(judge.judge("[rank0]: ValueError: x").level, Level::Error);
}
