#include "core/document/YamlScalar.h"

#include <gtest/gtest.h>

#include <string>

using namespace atelier;

namespace {

struct Meaning
{
    std::string written;
    NodeKind kind;
    std::string text;
};

class PlainScalar : public testing::TestWithParam<Meaning>
{
};

} // namespace

TEST_P(PlainScalar, MeansWhatYaml11Says)
{
    const Scalar scalar = plainScalar(GetParam().written);
    EXPECT_EQ(scalar.kind, GetParam().kind) << GetParam().written;
    EXPECT_EQ(scalar.text, GetParam().text) << GetParam().written;
}

INSTANTIATE_TEST_SUITE_P(Booleans, PlainScalar,
    testing::Values(Meaning{"yes", NodeKind::Boolean, "True"}, Meaning{"Off", NodeKind::Boolean, "False"},
        Meaning{"on", NodeKind::Boolean, "True"}, Meaning{"NO", NodeKind::Boolean, "False"},
        Meaning{"true", NodeKind::Boolean, "True"}, Meaning{"tRue", NodeKind::Text, "tRue"},
        Meaning{"y", NodeKind::Text, "y"}));

INSTANTIATE_TEST_SUITE_P(Integers, PlainScalar,
    testing::Values(Meaning{"0", NodeKind::Integer, "0"}, Meaning{"010", NodeKind::Integer, "8"},
        Meaning{"09", NodeKind::Text, "09"}, Meaning{"0x1F", NodeKind::Integer, "31"},
        Meaning{"0b101", NodeKind::Integer, "5"}, Meaning{"-12", NodeKind::Integer, "-12"},
        Meaning{"+7", NodeKind::Integer, "7"}, Meaning{"1_000", NodeKind::Integer, "1000"},
        Meaning{"1:30", NodeKind::Integer, "90"}, Meaning{"1:70", NodeKind::Text, "1:70"},
        Meaning{"123456789012345678901234567890", NodeKind::Integer, "123456789012345678901234567890"},
        Meaning{"-", NodeKind::Text, "-"}, Meaning{"+", NodeKind::Text, "+"},
        Meaning{"0x", NodeKind::Text, "0x"}));

INSTANTIATE_TEST_SUITE_P(Numbers, PlainScalar,
    testing::Values(Meaning{"0.5", NodeKind::Number, "0.5"}, Meaning{"1e-3", NodeKind::Text, "1e-3"},
        Meaning{"1.0e-3", NodeKind::Number, "0.001"}, Meaning{"1.0e3", NodeKind::Text, "1.0e3"},
        Meaning{"1.", NodeKind::Number, "1.0"}, Meaning{".5", NodeKind::Number, "0.5"},
        Meaning{"-2.50", NodeKind::Number, "-2.5"}, Meaning{"1.10", NodeKind::Number, "1.1"},
        Meaning{"1.0e+20", NodeKind::Number, "1e+20"}, Meaning{"0.00001", NodeKind::Number, "1e-05"},
        Meaning{".inf", NodeKind::Number, "inf"}, Meaning{"-.INF", NodeKind::Number, "-inf"},
        Meaning{".nan", NodeKind::Number, "nan"}, Meaning{"1.2.3", NodeKind::Text, "1.2.3"},
        Meaning{".", NodeKind::Text, "."}, Meaning{"1.0e+999", NodeKind::Number, "inf"},
        Meaning{"inf", NodeKind::Text, "inf"}));

INSTANTIATE_TEST_SUITE_P(DatesAndNothing, PlainScalar,
    testing::Values(Meaning{"2026-07-10", NodeKind::Date, "2026-07-10"},
        Meaning{"2026-07-10T12:00:00Z", NodeKind::Date, "2026-07-10T12:00:00Z"},
        Meaning{"2026-07-10 12:00:00", NodeKind::Date, "2026-07-10 12:00:00"},
        Meaning{"2026-07-1x", NodeKind::Text, "2026-07-1x"},
        Meaning{"2026-07-10x", NodeKind::Text, "2026-07-10x"}, Meaning{"~", NodeKind::Null, ""},
        Meaning{"", NodeKind::Null, ""}, Meaning{"Null", NodeKind::Null, ""},
        Meaning{"nil", NodeKind::Text, "nil"}));
