#include "ui/log/LineCells.h"

#include <gtest/gtest.h>

using atelier::ui::LineCells;

TEST(LineCells, CountOneColumnForEachPlainCharacter)
{
    const LineCells cells("plain text");
    EXPECT_TRUE(cells.isPlain());
    EXPECT_EQ(cells.columns(), 10);
    EXPECT_EQ(cells.indexAt(3), 3);
    EXPECT_EQ(cells.indexAt(99), 10);
}

TEST(LineCells, GiveWideCharactersTwoCombiningNoneAndTabsTheRest)
{
    const LineCells cells("漢a\u0301\tb");
    EXPECT_EQ(cells.columnOf(0), 0);
    EXPECT_EQ(cells.columnOf(1), 2);
    EXPECT_EQ(cells.columnOf(2), 3);
    EXPECT_EQ(cells.columnOf(3), 3);
    EXPECT_EQ(cells.columnOf(4), 8);
    EXPECT_EQ(cells.columns(), 9);
    EXPECT_EQ(cells.indexAt(1), 0);
    EXPECT_EQ(cells.indexAt(5), 2);
}

TEST(LineCells, SayWhichLinesTheyWouldTearApart)
{
    for (const char *line : {"שלום", "مرحبا world", "हिन्दी", "👩\u200D💻"})
        EXPECT_TRUE(LineCells(line).needsShaping()) << line;
    for (const char *line : {"plain", "größer ├── 漢字 🎉", "e\u0301"})
        EXPECT_FALSE(LineCells(line).needsShaping()) << line;
}

TEST(LineCells, KeepLongLinesAndRubbish)
{
    const std::string word = "שלום ";
    std::string line;
    while (line.size() < 4000)
        line += word;
    EXPECT_FALSE(LineCells(line).needsShaping());
    EXPECT_FALSE(LineCells(word + "\xFF\xFE").needsShaping());
}

TEST(LineCells, TranslateBytesToIndices)
{
    const LineCells cells("ü🎉x");
    EXPECT_EQ(cells.indexOfByte(2), 1);
    EXPECT_EQ(cells.indexOfByte(6), 3);
    EXPECT_EQ(cells.indexOfByte(7), 4);
}

TEST(LineCells, StepOverWholeCharacters)
{
    const LineCells cells("a🎉b");
    EXPECT_EQ(cells.behind(1), 3);
    EXPECT_EQ(cells.before(3), 1);
    EXPECT_EQ(cells.before(1), 0);
    EXPECT_EQ(cells.behind(4), 4);
}
