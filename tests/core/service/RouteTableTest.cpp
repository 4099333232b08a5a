#include "core/service/RouteTable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace atelier;
using http::Method;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

namespace {

/// A table of five routes, each known by its summary.
class RouteTableTest : public testing::Test
{
protected:
    RouteTableTest()
    {
        add(Method::Get, "/jobs", "list");
        add(Method::Get, "/jobs/{name}", "show");
        add(Method::Put, "/jobs/{name}", "submit");
        add(Method::Get, "/jobs/{name}/files/{path...}", "files");
        add(Method::Get, "/jobs/newest", "newest");
    }

    void add(Method method, const std::string &pattern, const std::string &summary)
    {
        m_table.add({method, pattern, Rule::everyone(), summary,
            [](Call &) -> Result<http::Response> { return http::Response(); }});
    }

    std::string found(Method method, const std::string &path)
    {
        const RouteTable::Match match = m_table.find(method, path);
        return match.route != nullptr ? match.route->summary : match.isKnownPath ? "other method" : "nothing";
    }

    RouteTable m_table;
};

} // namespace

TEST_F(RouteTableTest, FindsByMethodAndPath)
{
    EXPECT_EQ(found(Method::Get, "/jobs"), "list");
    EXPECT_EQ(found(Method::Get, "/jobs/one"), "show");
    EXPECT_EQ(found(Method::Put, "/jobs/one"), "submit");
    EXPECT_EQ(found(Method::Delete, "/jobs/one"), "other method");
    EXPECT_EQ(found(Method::Put, "/jobs"), "other method");
}

TEST_F(RouteTableTest, APathWithoutAVariableComesFirst)
{
    EXPECT_EQ(found(Method::Get, "/jobs/newest"), "newest");
    EXPECT_EQ(found(Method::Put, "/jobs/newest"), "submit") << "its other methods are left to the pattern";
}

TEST_F(RouteTableTest, KnowsNoPathThatIsAlmostOne)
{
    for (const char *path : {"", "/", "/job", "/jobs/", "/jobs//", "//jobs", "/jobs/one/", "/jobs/one/files",
             "/jobs//files/x", "/Jobs", "/jobs/one/files2/x", "jobs/one/files/x/y"})
        EXPECT_EQ(found(Method::Get, path), "nothing") << path;
}

TEST_F(RouteTableTest, GivesTheVariables)
{
    EXPECT_THAT(m_table.find(Method::Get, "/jobs").path, IsEmpty());
    EXPECT_THAT(m_table.find(Method::Get, "/jobs/a b").path, UnorderedElementsAre(Pair("name", "a b")));
    EXPECT_THAT(m_table.find(Method::Get, "/jobs/one/files/outputs/x.txt").path,
        UnorderedElementsAre(Pair("name", "one"), Pair("path", "outputs/x.txt")));
    EXPECT_THAT(m_table.find(Method::Get, "/jobs/one/files/").path,
        UnorderedElementsAre(Pair("name", "one"), Pair("path", "")));
}

TEST(Rule, SaysWhichRolesMayCall)
{
    const auto roles = [](const Rule &rule) {
        std::string text;
        for (const auto &[role, letter] : {std::pair(Role::Run, 'r'), std::pair(Role::Reader, 'e'),
                 std::pair(Role::Contributor, 'c'), std::pair(Role::Owner, 'o')})
            if (rule.allows(role))
                text += letter;
        return text;
    };
    EXPECT_EQ(roles(Rule::everyone()), "reco");
    EXPECT_EQ(roles(Rule::contributorsAndOwnRun()), "rco");
    EXPECT_EQ(roles(Rule::contributors()), "co");
    EXPECT_EQ(roles(Rule::readers()), "eco");
}
