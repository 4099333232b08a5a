#include "core/log/LineTable.h"

#include "core/log/NewlineCount.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

using atelier::LineTable;

namespace {

std::string randomLines(std::size_t bytes)
{
    std::mt19937 random(7);
    std::string text(bytes, 'x');
    for (char &c : text)
        c = random() % 40 == 0 ? '\n' : 'x';
    return text;
}

} // namespace

TEST(NewlineCount, AgreesWithCountingOneByOne)
{
    const std::string text = randomLines(9001) + std::string(5000, '\n');
    for (std::size_t from = 0; from < 40; ++from) {
        const std::string_view part = std::string_view(text).substr(from, text.size() - 3 * from);
        EXPECT_EQ(atelier::countNewlines(part),
            static_cast<std::uint64_t>(std::count(part.begin(), part.end(), '\n')));
    }
}

TEST(LineTable, LeadsToTheStartOfEveryLine)
{
    const std::string text = randomLines(300000);
    LineTable table;
    for (std::size_t at = 0; at < text.size(); at += 7777)
        table.append(std::string_view(text).substr(at, 7777));
    EXPECT_EQ(table.bytes(), text.size());
    std::uint64_t line = 0;
    std::size_t start = 0;
    while (start != std::string::npos && line <= table.newlines()) {
        const LineTable::Place place = table.placeOf(line);
        std::size_t found = place.offset;
        for (std::uint64_t i = 0; i < place.newlines; ++i)
            found = text.find('\n', found) + 1;
        ASSERT_EQ(found, start) << line;
        ASSERT_LE(found - place.offset, LineTable::blockSize);
        start = text.find('\n', start) + 1;
        ++line;
    }
}

TEST(LineTable, CountsAnEndWithoutNewlineAsALine)
{
    LineTable table;
    EXPECT_EQ(table.lines(), 0U);
    table.append("a\nb");
    EXPECT_EQ(table.lines(), 2U);
    table.append("c\n");
    EXPECT_EQ(table.lines(), 2U);
    table.append("\n");
    EXPECT_EQ(table.lines(), 3U);
}
