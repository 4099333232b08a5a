#include "ui/tables/ColumnWords.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::ui;

namespace {

TableColumn numbers()
{
    ColumnProfile profile;
    profile.empty = 3;
    profile.least = 0.0;
    profile.greatest = 40.0;
    profile.mean = 21.25;
    profile.histogram = Histogram{0, 40, {1, 4, 4, 1}};
    return {"age", "DOUBLE", ValueKind::Decimal, profile};
}

} // namespace

TEST(ColumnWords, SayWhereHalfOfTheValuesAre)
{
    // Of ten values five are wanted: no bin has them alone, and of two beside each other those in the middle
    // have most.
    EXPECT_EQ(ColumnWords::sentence(numbers()).toStdString(),
        "age, decimal, 0 – 40, mean 21.25, half of the values between 10 and 30, 3 empty");
}

TEST(ColumnWords, SayTheSharesOfCategories)
{
    ColumnProfile profile;
    profile.distinct = 2;
    profile.top = {{"F", 3, 0.75}, {"M", 1, 0.25}};
    const TableColumn column{"sex", "VARCHAR", ValueKind::Text, profile};
    EXPECT_EQ(ColumnWords::kind(column).toStdString(), "category");
    EXPECT_TRUE(ColumnWords::sentence(column).endsWith(QStringLiteral("F: 75%, M: 25%")))
        << ColumnWords::sentence(column).toStdString();
}

TEST(ColumnWords, SayOfAConstantThatItIsOne)
{
    TableColumn column = numbers();
    column.profile->least = column.profile->greatest = 7;
    column.kind = ValueKind::Integer;
    EXPECT_EQ(ColumnWords::range(column).toStdString(), "always 7");
}

TEST(ColumnWords, SayNothingOfAProfileThatIsNotHereYet)
{
    const TableColumn column{"x", "BIGINT", ValueKind::Integer, {}};
    EXPECT_EQ(ColumnWords::sentence(column).toStdString(), "x, integer");
    EXPECT_TRUE(ColumnWords::range(column).isEmpty());
    EXPECT_TRUE(ColumnWords::empty(column).isEmpty());
}
