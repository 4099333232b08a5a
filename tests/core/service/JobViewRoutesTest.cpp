#include "core/service/JobViewRoutes.h"

#include "core/base/Json.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::test;
using http::Method;

namespace {

class JobViewRoutesTest : public testing::Test
{
protected:
    JobViewRoutesTest()
        : m_routes(m_workspace.writer(), m_workspace.readers())
    {
        m_routes.add(m_table);
    }

    http::Response send(Method method, const std::string &path, const Json &body = Json::object())
    {
        const RouteTable::Match match = m_table.find(method, path);
        EXPECT_NE(match.route, nullptr) << path;
        Call call{{}, match.path, Caller{Role::Owner, "ada", {}}, nullptr};
        call.request.body = toText(body);
        auto response = match.route->answer(call);
        return response ? std::move(*response) : errorResponse(response.error(), ErrorForm::Native);
    }
    http::Response put(const std::string &id, const Json &body)
    {
        return send(Method::Put, "/api/v1/job-views/" + id, body);
    }
    Json views()
    {
        const http::Response response = send(Method::Get, "/api/v1/job-views");
        EXPECT_EQ(response.status, 200);
        return parseJson(response.body).value_or(Json())["views"];
    }
    [[nodiscard]] bool allows(Method method, const std::string &path, Role role)
    {
        return m_table.find(method, path).route->rule.allows(role);
    }

    ScheduledWorkspace m_workspace;
    JobViewRoutes m_routes;
    RouteTable m_table;
};

} // namespace

TEST_F(JobViewRoutesTest, KeepsWhatItIsGivenByName)
{
    const Json best{{"name", "Best first"}, {"filter", "metric.auc>0.9"}, {"order", "metric.auc desc"},
        {"columns", {"job", "+metric.auc", "-tags"}}, {"group", "experiment"}};
    EXPECT_EQ(put("v1", best).status, 200);
    EXPECT_EQ(put("v2", {{"name", "Active 🍷"}, {"filter", "state:active"}}).status, 200);
    const Json kept = views();
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0]["id"], "v2");
    EXPECT_EQ(kept[0]["name"], "Active 🍷");
    EXPECT_FALSE(kept[0].contains("group"));
    Json wanted = best;
    wanted["id"] = "v1";
    EXPECT_EQ(kept[1], wanted);
}

TEST_F(JobViewRoutesTest, TheSameIdIsRenamedAndWhatIsDeletedIsGone)
{
    put("v1", {{"name", "one"}});
    put("v1", {{"name", "two"}});
    ASSERT_EQ(views().size(), 1U);
    EXPECT_EQ(views()[0]["name"], "two");
    EXPECT_EQ(send(Method::Delete, "/api/v1/job-views/v1").status, 200);
    EXPECT_EQ(send(Method::Delete, "/api/v1/job-views/v1").status, 200) << "once more changes nothing";
    EXPECT_TRUE(views().empty());
}

TEST_F(JobViewRoutesTest, RefusesWhatCouldNotBeShown)
{
    EXPECT_EQ(put("v1", Json::object()).status, 400) << "no name";
    EXPECT_EQ(put("v1", {{"name", "two\nlines"}}).status, 400);
    EXPECT_EQ(put("v1", {{"name", std::string(101, 'n')}}).status, 400);
    EXPECT_EQ(put("v1", {{"name", "n"}, {"filter", "stat:failed"}}).status, 400);
    EXPECT_EQ(put("v1", {{"name", "n"}, {"order", "colour asc"}}).status, 400);
    EXPECT_EQ(put("v1", {{"name", "n"}, {"group", "user"}}).status, 400);
    EXPECT_EQ(put("v1", {{"name", "n"}, {"columns", "job"}}).status, 400);
    EXPECT_EQ(put("-", {{"name", "n"}}).status, 400);
    EXPECT_TRUE(views().empty());
}

TEST_F(JobViewRoutesTest, ThereAreAsManyAsAreCountedInOneCall)
{
    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(put("v" + std::to_string(i), {{"name", "n" + std::to_string(i)}}).status, 200);
    EXPECT_EQ(put("another", {{"name", "n"}}).status, 409);
    EXPECT_EQ(put("v7", {{"name", "renamed"}}).status, 200) << "one that is there may change";
}

TEST_F(JobViewRoutesTest, ANameIsTakenOnce)
{
    EXPECT_EQ(put("v1", {{"name", "mine"}}).status, 200);
    EXPECT_EQ(put("v2", {{"name", "mine"}}).status, 409);
    EXPECT_EQ(put("v1", {{"name", "mine"}, {"filter", "state:failed"}}).status, 200);
    EXPECT_EQ(put("v3", {{"name", "n"}, {"columns", {std::string(301, 'x')}}}).status, 400);
}

TEST_F(JobViewRoutesTest, ReadersSeeViewsAndContributorsChangeThem)
{
    EXPECT_TRUE(allows(Method::Get, "/api/v1/job-views", Role::Reader));
    EXPECT_TRUE(allows(Method::Put, "/api/v1/job-views/v1", Role::Contributor));
    EXPECT_FALSE(allows(Method::Put, "/api/v1/job-views/v1", Role::Reader));
    EXPECT_FALSE(allows(Method::Delete, "/api/v1/job-views/v1", Role::Run));
}
