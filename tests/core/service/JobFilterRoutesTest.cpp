#include "core/service/JobFilterRoutes.h"

#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// The routes over a real database with three jobs of two teams.
class JobFilterRoutesTest : public testing::Test
{
protected:
    JobFilterRoutesTest()
        : m_routes(m_workspace.readers())
    {
        m_routes.add(m_table);
        for (const auto &[name, team] : {std::pair{"one", "red"}, {"two", "red"}, {"three", "blue"}}) {
            CommandJob job = commandJob(name);
            job.header.tags = {{"team", team}};
            m_workspace.submit(std::move(job));
        }
    }

    Result<http::Response> get(const std::string &what, http::Fields query)
    {
        const RouteTable::Match match = m_table.find(http::Method::Get, "/api/v1/job-filter/" + what);
        EXPECT_NE(match.route, nullptr);
        Call call{{}, match.path, {Role::Reader, "ada", {}}, nullptr};
        call.request.query = std::move(query);
        return match.route->answer(call);
    }
    /// `value jobs` of each.
    std::vector<std::string> values(const std::string &field, const std::string &text = {})
    {
        const auto response = get("values", {{"field", field}, {"text", text}});
        if (!response)
            return {response.error().sentence};
        std::vector<std::string> found;
        const Json body = parseJson(response->body).value_or(Json::object());
        for (const Json &one : body.value("values", Json::array()))
            found.push_back(textAt(one, "value") + " " + one["jobs"].dump());
        return found;
    }

private:
    ScheduledWorkspace m_workspace;
    JobFilterRoutes m_routes;
    RouteTable m_table;
};

TEST_F(JobFilterRoutesTest, ValuesAreCountedMostUsedFirst)
{
    EXPECT_THAT(values("tag.team"), ElementsAre("red 2", "blue 1"));
    EXPECT_THAT(values("tags.team", "lu"), ElementsAre("blue 1"));
    EXPECT_THAT(values("status"), ElementsAre("queued 3"));
    EXPECT_THAT(values("param.rate"), IsEmpty());
}

TEST_F(JobFilterRoutesTest, AFieldThatIsNoneIsSaid)
{
    EXPECT_THAT(values("stat"), ElementsAre(HasSubstr("Did you mean 'state'?")));
    EXPECT_THAT(values("metric"), ElementsAre(HasSubstr("Which metric?")));
}

TEST_F(JobFilterRoutesTest, FieldsAreFoundByAPartOfTheirName)
{
    const auto response = get("fields", {{"text", "tea"}});
    ASSERT_TRUE(response);
    const Json fields = parseJson(response->body).value_or(Json::object()).value("fields", Json::array());
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_EQ(textAt(fields[0], "field"), "tag.team");
    EXPECT_EQ(fields[0]["jobs"], 3);
}

TEST_F(JobFilterRoutesTest, FiltersAreCountedInTheOrderAsked)
{
    const auto counted
        = get("counts", {{"filter", "tag.team:blue"}, {"filter", "tag.team:red"}, {"filter", ""}});
    ASSERT_TRUE(counted);
    EXPECT_EQ(parseJson(counted->body).value_or(Json()), (Json{{"counts", {1, 2, 3}}}));
    EXPECT_FALSE(get("counts", {{"filter", "stat:x"}}));
}

} // namespace
