#include "core/domain/Literal.h"

#include <gtest/gtest.h>

#include <limits>

using namespace atelier;

TEST(Literal, IsWrittenAsPythonWritesIt)
{
    EXPECT_EQ(literalText(true), "True");
    EXPECT_EQ(literalText(0.5), "0.5");
    EXPECT_EQ(literalText(1.0), "1.0");
    EXPECT_EQ(literalText(-0.0), "-0.0");
    EXPECT_EQ(literalText(100.0), "100.0");
    EXPECT_EQ(literalText(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(literalText(0.0001), "0.0001");
    EXPECT_EQ(literalText(0.00001), "1e-05");
    EXPECT_EQ(literalText(123456789.125), "123456789.125");
    EXPECT_EQ(literalText(1e15), "1000000000000000.0");
    EXPECT_EQ(literalText(1e16), "1e+16");
    EXPECT_EQ(literalText(1.5e300), "1.5e+300");
    EXPECT_EQ(literalText(std::numeric_limits<double>::infinity()), "inf");
}

TEST(Literal, IsReadWhole)
{
    EXPECT_EQ(integerFromText("+12"), 12);
    EXPECT_EQ(integerFromText("1.0"), std::nullopt);
    EXPECT_EQ(integerFromText(""), std::nullopt);
    EXPECT_EQ(integerFromText("+-1"), std::nullopt);
    EXPECT_EQ(numberFromText("1e-3"), 0.001);
    EXPECT_EQ(numberFromText("inf"), std::nullopt);
    EXPECT_EQ(numberFromText("1 "), std::nullopt);
    EXPECT_EQ(booleanFromText("FALSE"), false);
    EXPECT_EQ(booleanFromText("yes"), std::nullopt);
}

TEST(Literal, MustFitItsPort)
{
    InputPort port;
    port.type = PortType::Integer;
    port.min = 1;
    port.max = 3;
    EXPECT_EQ(literalProblem(port, "2"), "");
    EXPECT_EQ(literalProblem(port, "0"), "must be at least 1.0");
    EXPECT_EQ(literalProblem(port, "4"), "must be at most 3.0");
    EXPECT_EQ(literalProblem(port, "two"), "must be an integer");
    port = {};
    port.type = PortType::String;
    port.enumeration = {"a", "b"};
    EXPECT_EQ(literalProblem(port, "b"), "");
    EXPECT_EQ(literalProblem(port, "c"), "must be one of: a, b");
    EXPECT_EQ(literalText(PortType::Boolean, "true"), "True");
    EXPECT_EQ(literalText(PortType::String, "true"), "true");
}
