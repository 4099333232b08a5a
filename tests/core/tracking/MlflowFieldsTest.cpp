#include "core/tracking/MlflowFields.h"

#include "core/base/Json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace atelier;

namespace {

Json json(const char *text)
{
    return parseJson(text).value_or(Json());
}

std::string messageOfNumber(const char *text)
{
    const Json request = json(text);
    MlflowFields fields(request);
    static_cast<void>(fields.requiredNumber("value"));
    return fields.isGood() ? "" : fields.error().sentence;
}

} // namespace

TEST(MlflowFields, MissingAndEmptyRequiredTextsAreNamed)
{
    for (const char *text : {"{}", R"({"key": ""})", R"({"key": null})"}) {
        const Json request = json(text);
        MlflowFields fields(request);
        EXPECT_EQ(fields.requiredText("key"), "");
        ASSERT_FALSE(fields.isGood());
        EXPECT_EQ(fields.error().code, "mlflow.INVALID_PARAMETER_VALUE");
        EXPECT_EQ(fields.error().sentence,
            "Missing value for required parameter 'key'. See the API docs for more information about request "
            "parameters.");
    }
}

TEST(MlflowFields, NestedMessagesAreNamedByTheirPath)
{
    const Json request = Json::object();
    MlflowFields fields(request, "metrics[3]");
    static_cast<void>(fields.requiredInteger("timestamp"));
    EXPECT_EQ(
        fields.error().sentence.find("Missing value for required parameter 'metrics[3].timestamp'."), 0U);
}

TEST(MlflowFields, WrongTypesAreShownAsTheyCame)
{
    EXPECT_EQ(messageOfNumber(R"({"value": "abc"})"),
        "Invalid value \"abc\" for parameter 'value' supplied:  Hint: Value was of type 'str'. See the API "
        "docs for "
        "more information about request parameters.");
    EXPECT_EQ(
        messageOfNumber(R"({"value": [1, 2]})").find("Invalid value [1,2] for parameter 'value' supplied"),
        0U);
    EXPECT_EQ(messageOfNumber(R"({"value": "ü"})").find("Invalid value \"\\u00fc\" for parameter"), 0U);
    EXPECT_NE(messageOfNumber(R"({"value": true})").find("of type 'bool'"), std::string::npos);
}

TEST(MlflowFields, TheFirstErrorStays)
{
    const Json request = Json::object();
    MlflowFields fields(request);
    static_cast<void>(fields.requiredText("first"));
    static_cast<void>(fields.requiredText("second"));
    EXPECT_NE(fields.error().sentence.find("'first'"), std::string::npos);
}

TEST(MlflowFields, NumbersMayBeTextAndHaveNamesForWhatJsonLacks)
{
    const auto number = [](const char *text) {
        const Json request = json(text);
        MlflowFields fields(request);
        const double value = fields.requiredNumber("value");
        EXPECT_TRUE(fields.isGood()) << text;
        return value;
    };
    EXPECT_TRUE(std::isnan(number(R"({"value": "NaN"})")));
    EXPECT_EQ(number(R"({"value": "Infinity"})"), std::numeric_limits<double>::infinity());
    EXPECT_EQ(number(R"({"value": "-Infinity"})"), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(number(R"({"value": 1e308})"), 1e308);
    EXPECT_EQ(number(R"({"value": 5e-324})"), 5e-324);
    EXPECT_EQ(number(R"({"value": "0.5"})"), 0.5);
    EXPECT_EQ(number(R"({"value": 3})"), 3);
    EXPECT_NE(messageOfNumber(R"({"value": "inf"})"), "");
    EXPECT_NE(messageOfNumber(R"({"value": ""})"), "");
}

TEST(MlflowFields, IntegersMayBeTextAndMustFit)
{
    const auto integer = [](const char *text) {
        const Json request = json(text);
        MlflowFields fields(request);
        const auto value = fields.integer("step");
        return fields.isGood() ? value : std::nullopt;
    };
    EXPECT_EQ(integer(R"({"step": -7})"), -7);
    EXPECT_EQ(integer(R"({"step": "9223372036854775807"})"), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(integer(R"({"step": -9223372036854775808})"), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(integer(R"({"step": 5.0})"), 5);
    EXPECT_EQ(integer(R"({"step": 5.5})"), std::nullopt);
    EXPECT_EQ(integer(R"({"step": 9223372036854775808})"), std::nullopt);
    EXPECT_EQ(integer(R"({"step": 9.3e18})"), std::nullopt);
    EXPECT_EQ(integer(R"({"step": "7x"})"), std::nullopt);
    EXPECT_EQ(integer(R"({"step": true})"), std::nullopt);
}

TEST(MlflowFields, OldClientsCallARunsIdRunUuid)
{
    const Json old{{"run_uuid", "abc"}};
    EXPECT_EQ(MlflowFields(old).runId(), "abc");
    const Json both{{"run_id", "abc"}, {"run_uuid", "abc"}};
    EXPECT_EQ(MlflowFields(both).runId(), "abc");
    const Json none = Json::object();
    MlflowFields fields(none);
    EXPECT_EQ(fields.runId(), "");
    EXPECT_NE(fields.error().sentence.find("'run_id'"), std::string::npos);
}

TEST(MlflowFields, ListsMustHoldWhatTheyAreFor)
{
    const Json request
        = json(R"({"ids": ["a", "b"], "one": "a", "mixed": ["a", 1], "tags": [{"key": "k"}], "bad": [1]})");
    MlflowFields fields(request);
    EXPECT_EQ(fields.texts("ids"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(fields.texts("one"), (std::vector<std::string>{"a"}));
    EXPECT_EQ(fields.messages("tags").size(), 1U);
    EXPECT_TRUE(fields.messages("absent").empty());
    EXPECT_TRUE(fields.isGood());
    EXPECT_TRUE(fields.texts("mixed").empty());
    EXPECT_FALSE(fields.isGood());
    MlflowFields others(request);
    EXPECT_TRUE(others.messages("bad").empty());
    EXPECT_FALSE(others.isGood());
}

TEST(MlflowFields, AQueryIsAMessageWhereRepeatedKeysAreLists)
{
    const Json message = messageOf({{"run_id", "a"}, {"ids", "1"}, {"ids", "2"}, {"ids", "3"}});
    EXPECT_EQ(message, json(R"({"run_id": "a", "ids": ["1", "2", "3"]})"));
}
