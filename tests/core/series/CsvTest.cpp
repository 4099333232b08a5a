#include "core/series/Csv.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

using namespace atelier::series;

TEST(Csv, HasEveryPointInTheOrderOfArrival)
{
    NamedHistory loss{"train/loss, \"raw\"", {}};
    loss.history.append({2, 1'700'000'000'123, 0.1});
    loss.history.append({1, 1'700'000'001'000, std::numeric_limits<double>::quiet_NaN()});
    NamedHistory rate{"lr", {}};
    rate.history.append({0, 0, -std::numeric_limits<double>::infinity()});
    const std::array series{loss, rate};
    EXPECT_EQ(toCsv(series),
        "series,step,time,value\r\n"
        "\"train/loss, \"\"raw\"\"\",2,2023-11-14T22:13:20.123Z,0.1\r\n"
        "\"train/loss, \"\"raw\"\"\",1,2023-11-14T22:13:21.000Z,NaN\r\n"
        "lr,0,1970-01-01T00:00:00.000Z,-inf\r\n");
}

TEST(Csv, ATextThatASpreadsheetWouldCalculateIsMadeText)
{
    EXPECT_EQ(csvText("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
    EXPECT_EQ(csvText("@sum"), "'@sum");
    EXPECT_EQ(csvText("-tag"), "'-tag");
    for (const char *number : {"-0.5", "+3", "-inf", "1e-7", "plain", ""})
        EXPECT_EQ(csvText(number), number);
}
