#include "core/document/JobFilterGrammar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <random>

using namespace atelier;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr std::int64_t hourMs = 3'600'000;
constexpr std::int64_t now = 1'750'000'000'000; // a Sunday in June 2025

std::vector<JobCondition> parsed(const std::string &text)
{
    const auto filter = parseJobFilter(text, now);
    EXPECT_TRUE(filter) << text << ": " << (filter ? "" : filter.error().sentence);
    return filter ? filter->conditions : std::vector<JobCondition>();
}

JobCondition one(const std::string &text)
{
    const auto conditions = parsed(text);
    EXPECT_EQ(conditions.size(), 1U) << text;
    return conditions.empty() ? JobCondition() : conditions.front();
}

Error errorOf(const std::string &text)
{
    const auto filter = parseJobFilter(text, now);
    EXPECT_FALSE(filter) << text;
    return filter ? Error() : filter.error();
}

JobCondition texts(JobField field, std::vector<std::string> values, const std::string &key = {})
{
    JobCondition condition;
    condition.field = field;
    condition.key = key;
    condition.texts = std::move(values);
    return condition;
}

JobCondition numbers(
    JobField field, JobComparison comparison, std::vector<double> values, const std::string &key = {})
{
    JobCondition condition;
    condition.field = field;
    condition.key = key;
    condition.comparison = comparison;
    condition.numbers = std::move(values);
    return condition;
}

/// When the day begins that is so many days after the one of `now`, by the machine's calendar.
std::int64_t dayBegin(int daysLater)
{
    const std::time_t seconds = now / 1000;
    std::tm day = *std::localtime(&seconds);
    day.tm_hour = day.tm_min = day.tm_sec = 0;
    day.tm_mday += daysLater;
    day.tm_isdst = -1;
    return static_cast<std::int64_t>(std::mktime(&day)) * 1000;
}

} // namespace

TEST(JobFilterGrammar, NothingAndBlanksHaveNoConditions)
{
    EXPECT_THAT(parsed(""), IsEmpty());
    EXPECT_THAT(parsed(" \t \n"), IsEmpty());
}

TEST(JobFilterGrammar, WordsAreLookedForOneByOneAndPhrasesWhole)
{
    EXPECT_THAT(
        parsed("red wine"), ElementsAre(texts(JobField::Text, {"red"}), texts(JobField::Text, {"wine"})));
    EXPECT_EQ(one("\"red wine: a \\\"test\\\"\""), texts(JobField::Text, {"red wine: a \"test\""}));
    EXPECT_EQ(one("'state:failed'"), texts(JobField::Text, {"state:failed"}));
    EXPECT_EQ(one("state"), texts(JobField::Text, {"state"}));
    EXPECT_EQ(one("x-1"), texts(JobField::Text, {"x-1"}));
    EXPECT_EQ(one("-"), texts(JobField::Text, {"-"}));
}

TEST(JobFilterGrammar, EveryFieldTakesItsValues)
{
    EXPECT_EQ(one("state:failed"), texts(JobField::State, {"Failed"}));
    EXPECT_EQ(one("STATUS:Failed,canceled"), texts(JobField::State, {"Failed", "Canceled"}));
    EXPECT_EQ(one("state:active"),
        texts(JobField::State, {"NotStarted", "Queued", "Starting", "Running", "CancelRequested"}));
    EXPECT_EQ(one("experiment:\"My churn\""), texts(JobField::Experiment, {"My churn"}));
    EXPECT_EQ(one("type:Pipeline"), texts(JobField::Type, {"pipeline"}));
    EXPECT_EQ(one("user:ada"), texts(JobField::User, {"ada"}));
    EXPECT_EQ(one("compute:local"), texts(JobField::Compute, {"local"}));
    EXPECT_EQ(one("tag:draft"), texts(JobField::Tag, {"draft"}));
    EXPECT_EQ(one("tag.team:x, y"), texts(JobField::Tag, {"x", "y"}, "team"));
    EXPECT_EQ(one("param.lr:0.1"), texts(JobField::Parameter, {"0.1"}, "lr"));
    EXPECT_EQ(one("params.note=\"\""), texts(JobField::Parameter, {""}, "note"));
    EXPECT_EQ(one("tag.a.b:c"), texts(JobField::Tag, {"c"}, "a.b"));
    EXPECT_EQ(
        one("metric.\"val loss\" < .5"), numbers(JobField::Metric, JobComparison::Less, {.5}, "val loss"));
}

TEST(JobFilterGrammar, EveryOperatorCompares)
{
    const std::pair<std::string, JobComparison> operators[]
        = {{"<", JobComparison::Less}, {"<=", JobComparison::LessEqual}, {">", JobComparison::Greater},
            {">=", JobComparison::GreaterEqual}, {"=", JobComparison::Equal}, {":", JobComparison::Equal}};
    for (const auto &[written, comparison] : operators) {
        EXPECT_EQ(
            one("metric.auc" + written + "-1e-3"), numbers(JobField::Metric, comparison, {-0.001}, "auc"));
        EXPECT_EQ(
            one("duration" + written + "1h30m"), numbers(JobField::Duration, comparison, {1.5 * hourMs}));
    }
    EXPECT_EQ(one("param.depth>=4"), numbers(JobField::Parameter, JobComparison::GreaterEqual, {4}, "depth"));
    EXPECT_EQ(one("metrics.auc > 0.9"), one("metric.auc>0.9"));
}

TEST(JobFilterGrammar, DurationsHaveUnits)
{
    EXPECT_THAT(one("duration>250ms").numbers, ElementsAre(250));
    EXPECT_THAT(one("duration>1.5s").numbers, ElementsAre(1500));
    EXPECT_THAT(one("duration>10M").numbers, ElementsAre(600'000));
    EXPECT_THAT(one("duration>1w2d").numbers, ElementsAre(9 * 24.0 * hourMs));
    for (const std::string wrong : {"10", "m", "10x", "1h30", "-5m", "", "9999999999w"})
        EXPECT_EQ(errorOf(std::string("duration>\"") + wrong + "\"").code, "filter.value") << wrong;
}

TEST(JobFilterGrammar, TimesAreDaysOrMomentsAgo)
{
    constexpr std::int64_t ever = std::numeric_limits<std::int64_t>::max();
    EXPECT_THAT(one("created:today").times, ElementsAre(TimeSpan{dayBegin(0), dayBegin(1)}));
    EXPECT_THAT(one("created:yesterday,today").times,
        ElementsAre(TimeSpan{dayBegin(-1), dayBegin(0)}, TimeSpan{dayBegin(0), dayBegin(1)}));
    EXPECT_THAT(one("created>2d").times, ElementsAre(TimeSpan{now - 48 * hourMs, ever}));
    EXPECT_EQ(one("created > -2d"), one("created>2d"));
    EXPECT_THAT(one("created<=12h").times, ElementsAre(TimeSpan{0, now - 12 * hourMs}));
    EXPECT_THAT(one("created>today").times, ElementsAre(TimeSpan{dayBegin(1), ever}));
    EXPECT_THAT(one("created>=today").times, ElementsAre(TimeSpan{dayBegin(0), ever}));
    EXPECT_THAT(one("created<yesterday").times, ElementsAre(TimeSpan{0, dayBegin(-1)}));
    std::tm day{};
    day.tm_year = 125;
    day.tm_mon = 5;
    day.tm_mday = 14;
    day.tm_isdst = -1;
    const std::int64_t begin = static_cast<std::int64_t>(std::mktime(&day)) * 1000;
    EXPECT_THAT(one("created:2025-06-14").times, ElementsAre(TimeSpan{begin, begin + 24 * hourMs}));
    EXPECT_EQ(errorOf("created:2d").code, "filter.operator");
    for (const char *wrong : {"2025-02-30", "2025-6", "tomorrow", "2", "d"})
        EXPECT_EQ(errorOf(std::string("created>") + wrong).code, "filter.value") << wrong;
}

TEST(JobFilterGrammar, AMinusOrNotTurnsAConditionRound)
{
    JobCondition expected = texts(JobField::State, {"Failed"});
    expected.isNegated = true;
    EXPECT_EQ(one("-state:failed"), expected);
    EXPECT_EQ(one("not state:failed"), expected);
    EXPECT_TRUE(one("-draft").isNegated);
    EXPECT_EQ(one("nothing"), texts(JobField::Text, {"nothing"}));
    EXPECT_EQ(errorOf("a not").code, "filter.syntax");
}

TEST(JobFilterGrammar, AndMayStandBetweenConditionsAndOrMayNot)
{
    EXPECT_EQ(parsed("state:failed AND user:ada"), parsed("state:failed user:ada"));
    const Error error = errorOf("state:failed OR user:ada");
    EXPECT_EQ(error.location.column, 14);
    EXPECT_THAT(error.sentence, HasSubstr("state:failed,canceled"));
    EXPECT_THAT(parsed("ORANGE ANDES"), testing::SizeIs(2));
}

TEST(JobFilterGrammar, AnErrorSaysWhereItIsAndWhatToWrite)
{
    const Error field = errorOf("wine stat:failed");
    EXPECT_EQ(field.code, "filter.field");
    EXPECT_EQ(field.location.column, 6);
    EXPECT_THAT(field.sentence, HasSubstr("Did you mean 'state'?"));
    const Error state = errorOf("state:failedd");
    EXPECT_EQ(state.location.column, 7);
    EXPECT_THAT(state.sentence, HasSubstr("Did you mean 'failed'?"));
    EXPECT_THAT(errorOf("metric.auc>high").sentence, HasSubstr("'high' is no number"));
    EXPECT_THAT(errorOf("metric>0.5").sentence, HasSubstr("metric.name"));
    EXPECT_THAT(errorOf("user.x:ada").sentence, HasSubstr("user:value"));
    EXPECT_THAT(errorOf("user>ada").sentence, HasSubstr("has no order"));
    EXPECT_THAT(errorOf("state:").sentence, HasSubstr("A value is missing"));
    EXPECT_THAT(errorOf("state:failed,").sentence, HasSubstr("A value is missing"));
    EXPECT_THAT(errorOf("user:\"ada").sentence, HasSubstr("never closed"));
    EXPECT_THAT(errorOf("type:sweep").sentence, HasSubstr("command, pipeline, interactive"));
}

TEST(JobFilterGrammar, AColumnCountsCharactersNotBytes)
{
    EXPECT_EQ(errorOf("日本語 🍷 stat:x").location.column, 7);
    EXPECT_EQ(one("user:\"عادة 🍷\""), texts(JobField::User, {"عادة 🍷"}));
}

TEST(JobFilterGrammar, TellsWhereThePartsOfAConditionStand)
{
    const auto filter = parseJobFilter("wine -metric.auc >= 0.9  state:failed, canceled", now);
    ASSERT_TRUE(filter);
    EXPECT_THAT(filter->places,
        ElementsAre(
            JobFilterPlace{0, 0, 0, 4}, JobFilterPlace{5, 17, 20, 23}, JobFilterPlace{25, 30, 31, 47}));
}

TEST(JobFilterGrammar, ATooLongFilterIsRefused)
{
    EXPECT_EQ(errorOf(std::string(10'000, 'a')).code, "filter.too-long");
    std::string many;
    for (int i = 0; i < 60; ++i)
        many += "a ";
    EXPECT_EQ(errorOf(many).code, "filter.too-long");
}

TEST(JobFilterGrammar, AQuotedValueIsReadAsItWas)
{
    for (const std::string value : {"plain", "", "two words", "a,b", "say \"hi\"", "back\\slash", "-minus",
             "x:y", "it's", "شبكة", "🍷", "\\\"", "a\nb"}) {
        EXPECT_EQ(one("user:" + jobFilterValue(value)), texts(JobField::User, {value})) << value;
        EXPECT_EQ(one("user:x," + jobFilterValue(value)), texts(JobField::User, {"x", value})) << value;
    }
}

TEST(JobFilterGrammar, WhateverIsWrittenIsReadOrRefused)
{
    std::mt19937 random(7);
    const std::string letters = "ab:<>=,.\"'\\- \xc3\xa9tagmetricstate0 \xff\x01";
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length)
            text += letters[random() % letters.size()];
        const auto filter = parseJobFilter(text, now);
        if (!filter) {
            EXPECT_FALSE(filter.error().sentence.empty());
            continue;
        }
        ASSERT_EQ(filter->places.size(), filter->conditions.size());
        for (const JobFilterPlace &place : filter->places) {
            EXPECT_LT(place.begin, place.end) << text;
            EXPECT_LE(place.operatorBegin, place.valueBegin);
            EXPECT_LE(place.end, text.size());
        }
    }
}

TEST(JobFilterGrammar, AFieldAloneIsReadWithItsKey)
{
    const auto key = [](std::string_view written) { return parseJobField(written)->key; };
    const auto field = [](std::string_view written) { return parseJobField(written)->field->name; };
    EXPECT_EQ(field("Status"), "state");
    EXPECT_EQ(field("tag"), "tag");
    EXPECT_EQ(key("tag"), "");
    EXPECT_EQ(field("params.a.b"), "param");
    EXPECT_EQ(key("params.a.b"), "a.b");
    EXPECT_EQ(key("metric.\"two words\""), "two words");
}

TEST(JobFilterGrammar, WhatIsNoFieldAloneIsRefused)
{
    const auto code = [](std::string_view written) { return parseJobField(written).error().code; };
    EXPECT_EQ(code(""), "filter.field");
    EXPECT_EQ(code("stat"), "filter.field");
    EXPECT_THAT(parseJobField("stat").error().sentence, HasSubstr("'state'"));
    EXPECT_EQ(code("metric"), "filter.key");
    EXPECT_EQ(code("state.x"), "filter.key");
    EXPECT_EQ(code("param.\"open"), "filter.quote");
    EXPECT_EQ(code("param.rate>3"), "filter.field");
}
