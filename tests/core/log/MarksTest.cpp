#include "core/log/Marks.h"

#include <gtest/gtest.h>

using atelier::Level;
using atelier::Marks;

TEST(Marks, AreExactWhileTheyAreFew)
{
    Marks marks;
    for (const std::uint64_t line : {3U, 5U, 5U, 900U, 5U})
        marks.add(line, Level::Warning);
    ASSERT_EQ(marks.all().size(), 3U);
    EXPECT_EQ(marks.all()[1].line, 5U);
}

TEST(Marks, StayBoundedAndKeepTheGravest)
{
    Marks marks;
    for (std::uint64_t line = 0; line < 1'000'000; ++line)
        marks.add(line, line == 777'777 ? Level::Error : Level::Warning);
    EXPECT_LE(marks.all().size(), 4096U);
    EXPECT_GT(marks.all().size(), 1000U);
    int errors = 0;
    for (const Marks::Mark &mark : marks.all()) {
        if (mark.level == Level::Error) {
            ++errors;
            EXPECT_EQ(mark.line, 777'777U);
        }
    }
    EXPECT_EQ(errors, 1);
}
