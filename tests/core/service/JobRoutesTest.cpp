#include "core/service/JobRoutes.h"

#include "core/service/OpenApi.h"
#include "core/storage/Database.h"
#include "core/storage/MetricRepository.h"
#include "core/storage/TagRepository.h"
#include "core/tracking/RunTracking.h"
#include "tests/core/execution/ScheduledWorkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

using namespace atelier;
using namespace atelier::test;
using http::Method;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

namespace {

/// The routes over a real workspace whose jobs end when the test says so.
class JobRoutesTest : public testing::Test
{
protected:
    JobRoutesTest()
        : m_snapshots(*SnapshotStore::open(workspace.layout().cache()))
        , m_followers([](const std::string &) { return true; })
    {
        workspace.start();
        m_submission.emplace(JobSubmission::Parts{workspace.layout(), workspace.writer(), workspace.readers(),
            workspace.scheduler(), m_snapshots, m_digests});
        m_jobs.emplace(workspace.writer(), workspace.readers(), workspace.scheduler());
        m_routes.emplace(*m_submission, *m_jobs, m_followers, workspace.layout());
        m_routes->add(m_table);
    }

    static Caller as(Role role, const std::string &job = {}) { return {role, "ada", job}; }

    /// What the gate would answer.
    http::Response send(
        Method method, const std::string &path, const Json &body, const Caller &caller = as(Role::Owner))
    {
        const RouteTable::Match match = m_table.find(method, path);
        EXPECT_NE(match.route, nullptr) << path;
        if (!match.route->rule.allows(caller.role))
            return errorResponse(
                {ErrorKind::Forbidden, "access.role", "Not you.", {}, {}}, ErrorForm::Native);
        Call call{{}, match.path, caller, nullptr};
        call.request.body = toText(body);
        auto response = match.route->answer(call);
        return response ? std::move(*response) : errorResponse(response.error(), ErrorForm::Native);
    }
    Json good(const http::Response &response)
    {
        EXPECT_LT(response.status, 300) << response.body;
        return parseJson(response.body).value_or(Json());
    }
    static std::vector<std::string> problems(const http::Response &response)
    {
        std::vector<std::string> all;
        const Json body = parseJson(response.body).value_or(Json::object());
        for (const Json &error : body.value("errors", Json::array()))
            all.push_back(
                textAt(error.value("location", Json::object()), "path") + ": " + textAt(error, "message"));
        return all;
    }
    Json job(const std::string &name)
    {
        return good(send(Method::Get, "/api/v1/jobs/" + name, Json::object()));
    }
    http::Response edit(const std::string &name, const Json &body, const Caller &caller = as(Role::Owner))
    {
        return send(Method::Patch, "/api/v1/jobs/" + name, body, caller);
    }
    /// Puts code into the workspace and answers its digest.
    std::string sendCode(const std::string &file, const std::string &text)
    {
        const SnapshotManifest manifest{{file, text.size(), sha256Hex(text), false}};
        auto upload = m_snapshots.receive(sha256Hex(text));
        EXPECT_TRUE(upload && (*upload)->write(text) && (*upload)->finish());
        EXPECT_TRUE(m_snapshots.put(digestOf(manifest), manifest));
        return digestOf(manifest);
    }
    Json submit(const std::string &name, Json document)
    {
        if (!document.contains("jobs"))
            document["environment"] = "azureml:base:1";
        return good(send(Method::Put, "/api/v1/jobs/" + name, {{"document", std::move(document)}}));
    }

    ScheduledWorkspace workspace;
    RouteTable m_table;

private:
    SnapshotStore m_snapshots;
    ContentDigest m_digests;
    LogFollowers m_followers;
    std::optional<JobSubmission> m_submission;
    std::optional<JobService> m_jobs;
    std::optional<JobRoutes> m_routes;
};

} // namespace

TEST_F(JobRoutesTest, AnEditChangesWhatItNamesAndNothingElse)
{
    submit(
        "fit", {{"command", "true"}, {"description", "first"}, {"tags", {{"team", "wine"}, {"old", "1"}}}});
    good(edit("fit",
        {{"display_name", "Fit it"}, {"tags", {{"best", "yes"}, {"old", nullptr}, {"s3://wine/a=1", ""}}}}));
    const Json now = job("fit");
    EXPECT_EQ(now["display_name"], "Fit it");
    EXPECT_EQ(now["description"], "first");
    EXPECT_EQ(now["tags"], (Json{{"best", "yes"}, {"s3://wine/a=1", ""}, {"team", "wine"}}));
    good(edit("fit", {{"display_name", ""}, {"description", ""}}));
    EXPECT_EQ(job("fit")["display_name"], "fit") << "its name is what is left";
    EXPECT_FALSE(job("fit").contains("description"));
}

TEST_F(JobRoutesTest, TheInterfaceDescribesTheBodyOfAnEditAsItIsTaken)
{
    const Json operation = openApiDocument(m_table)["paths"]["/api/v1/jobs/{name}"]["patch"];
    const Json schema = operation["requestBody"]["content"]["application/json"]["schema"];
    ASSERT_TRUE(schema.is_object());
    EXPECT_EQ(schema["additionalProperties"], false);
    std::vector<std::string> fields;
    for (const auto &[field, one] : schema["properties"].items())
        fields.push_back(field);
    EXPECT_THAT(fields, UnorderedElementsAre("display_name", "description", "tags", "was"));
    // What it says of lengths and of null is what the route does.
    submit("fit", {{"command", "true"}});
    const auto longest = schema["properties"]["display_name"]["maxLength"].get<std::size_t>();
    EXPECT_EQ(edit("fit", {{"display_name", std::string(longest, 'n')}}).status, 200);
    EXPECT_EQ(edit("fit", {{"display_name", std::string(longest + 1, 'n')}}).status, 400);
    EXPECT_EQ(edit("fit", {{"display_name", nullptr}}).status, 400);
    EXPECT_EQ(schema["properties"]["tags"]["additionalProperties"]["type"], Json::array({"string", "null"}));
}

TEST_F(JobRoutesTest, AnEditIsRefusedWhereSomebodyElseWasFaster)
{
    submit("fit", {{"command", "true"}, {"tags", {{"team", "wine"}}}});
    good(edit("fit", {{"display_name", "Theirs"}, {"was", {{"display_name", "fit"}}}}));
    const auto late = edit("fit", {{"display_name", "Mine"}, {"was", {{"display_name", "fit"}}}});
    EXPECT_EQ(late.status, 409);
    EXPECT_THAT(problems(late), ElementsAre(HasSubstr("The display name of job fit is “Theirs” by now")));
    EXPECT_EQ(
        edit("fit", {{"tags", {{"team", nullptr}}}, {"was", {{"tags", {{"team", "beer"}}}}}}).status, 409);
    EXPECT_EQ(edit("fit", {{"tags", {{"new", "1"}}}, {"was", {{"tags", {{"new", "0"}}}}}}).status, 409);
    EXPECT_EQ(job("fit")["display_name"], "Theirs");
    EXPECT_EQ(job("fit")["tags"], (Json{{"team", "wine"}}));
    good(edit("fit", {{"tags", {{"new", "1"}}}, {"was", {{"tags", {{"new", nullptr}}}}}}));
}

TEST_F(JobRoutesTest, EveryMistakeOfAnEditIsInOneAnswer)
{
    submit("fit", {{"command", "true"}});
    const auto refused = edit("fit",
        {{"display_name", 5}, {"status", "Completed"}, {"description", std::string(8001, 'x')},
            {"tags", {{"", "b"}, {"n", 1}, {"mlflow.runName", "x"}}}});
    EXPECT_EQ(refused.status, 400);
    EXPECT_THAT(problems(refused),
        ElementsAre("display_name: The value of 'display_name' must be text.",
            HasSubstr("status: A job's 'status' cannot be changed"),
            HasSubstr("description: The value of 'description' is longer than 8000 characters"),
            "tags.: A tag needs a name.", "tags.n: The value of 'tags.n' must be text.",
            HasSubstr("tags.mlflow.runName: ")));
    EXPECT_EQ(job("fit")["display_name"], "fit");
    EXPECT_EQ(edit("nobody", {{"display_name", "x"}}).status, 404);
}

TEST_F(JobRoutesTest, ReadersEditNothingAndARunningJobOnlyItself)
{
    submit("mine", {{"command", "true"}});
    submit("other", {{"command", "true"}});
    const Json body{{"tags", {{"seen", "yes"}}}};
    EXPECT_EQ(edit("mine", body, as(Role::Reader)).status, 403);
    EXPECT_EQ(edit("other", body, as(Role::Run, "mine")).status, 403);
    EXPECT_EQ(edit("mine", body, as(Role::Run, "mine")).status, 200);
    EXPECT_EQ(edit("other", body, as(Role::Contributor)).status, 200);
}

TEST_F(JobRoutesTest, MlflowSeesWhatWasEditedAndTheOtherWayRound)
{
    submit("fit", {{"command", "true"}});
    good(edit("fit", {{"display_name", "Fit it"}, {"description", "of wine"}}));
    RunTracking runs(workspace.writer(), workspace.readers());
    const auto run = runs.get(as(Role::Owner), {{"run_id", "fit"}});
    ASSERT_TRUE(run);
    const std::string text = toText(*run);
    EXPECT_THAT(text, HasSubstr(R"({"key":"mlflow.runName","value":"Fit it"})"));
    EXPECT_THAT(text, HasSubstr(R"({"key":"mlflow.note.content","value":"of wine"})"));
    ASSERT_TRUE(runs.removeTag(as(Role::Owner), {{"run_id", "fit"}, {"key", "mlflow.note.content"}}));
    EXPECT_FALSE(job("fit").contains("description"));
}

TEST_F(JobRoutesTest, AJobIsRunAgainWithChangesAndRemembersWhatItIsFrom)
{
    const std::string code = sendCode("train.py", "print(1)\n");
    submit("first",
        {{"command", "python train.py ${{inputs.rate}} ${{inputs.name}}"},
            {"code", {{"path", "/gone"}, {"snapshot", code}}}, {"experiment_name", "wine"},
            {"inputs", {{"rate", 0.1}, {"name", "yes"}}}});
    good(edit("first", {{"display_name", "Shown"}}));
    const Json answer = good(send(Method::Put, "/api/v1/jobs/second",
        {{"from", "first"}, {"set", Json::array({"inputs.rate=0.2", "experiment_name=beer"})}}));
    const Json second = answer["job"];
    EXPECT_EQ(second["experiment"], "beer");
    EXPECT_EQ(second["display_name"], "Shown");
    EXPECT_EQ(second["inputs"]["rate"]["value"], "0.2");
    EXPECT_EQ(second["inputs"]["name"]["value"], "yes") << "text stays text";
    EXPECT_EQ(second["snapshot"], code);
    EXPECT_EQ(second["document"]["properties"],
        (Json{{"atelier.from", "first"}, {"atelier.was.inputs.rate", "0.1"}}));
    const Json third = good(send(Method::Put, "/api/v1/jobs/third", {{"from", "second"}}));
    EXPECT_EQ(third["job"]["document"]["properties"], (Json{{"atelier.from", "second"}}));
}

TEST_F(JobRoutesTest, CodeComesFromTheJobWhereTheCacheIsGone)
{
    const std::string code = sendCode("train.py", "print(1)\n");
    submit("first", {{"command", "python train.py"}, {"code", {{"path", "/gone"}, {"snapshot", code}}}});
    std::filesystem::remove_all(workspace.layout().cache() / "blobs");
    std::filesystem::remove_all(workspace.layout().cache() / "snapshots");
    good(send(Method::Put, "/api/v1/jobs/second", {{"from", "first"}}));
    EXPECT_TRUE(std::filesystem::exists(workspace.layout().snapshot("second") / "train.py"));
    // Code that was tampered with is not what the job ran.
    std::filesystem::remove_all(workspace.layout().cache() / "blobs");
    std::filesystem::remove_all(workspace.layout().cache() / "snapshots");
    for (const char *job : {"first", "second"})
        std::ofstream(workspace.layout().snapshot(job) / "train.py") << "print(2)\n";
    EXPECT_EQ(send(Method::Put, "/api/v1/jobs/third", {{"from", "first"}}).status, 404);
}

TEST_F(JobRoutesTest, EveryMistakeOfAChangedJobIsInOneAnswer)
{
    submit("first", {{"command", "echo ${{inputs.rate}}"}, {"inputs", {{"rate", 1}}}});
    const auto refused = send(Method::Put, "/api/v1/jobs/second",
        {{"from", "first"},
            {"set", Json::array({"inputs.rate=2020-01-01", "nonsense", "display_name=[1]"})}});
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(problems(refused).size(), 3U) << refused.body;
    EXPECT_EQ(send(Method::Put, "/api/v1/jobs/second", {{"from", "first"}, {"set", "x=1"}}).status, 400);
    EXPECT_EQ(send(Method::Put, "/api/v1/jobs/second", {{"from", "nobody"}}).status, 404);
    EXPECT_EQ(send(Method::Put, "/api/v1/jobs/second", Json::object()).status, 400);
    EXPECT_EQ(send(Method::Put, "/api/v1/jobs/second", {{"from", "first"}}, as(Role::Reader)).status, 403);
}

TEST_F(JobRoutesTest, AStepIsNotRunAgainByItself)
{
    submit("whole",
        {{"type", "pipeline"},
            {"jobs",
                {{"fit", {{"command", "true"}, {"environment", "azureml:base:1"}, {"type", "command"}}}}}});
    const std::string step = textAt(job("whole")["steps"][0], "name");
    const auto refused = send(Method::Put, "/api/v1/jobs/again", {{"from", step}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(problems(refused), ElementsAre(HasSubstr("it is a step of a pipeline")));
}

TEST_F(JobRoutesTest, PointsComeAsJsonOrAsBytesAndAreTheSame)
{
    submit("fit", {{"command", "true"}});
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> values{0.1, infinity, -infinity, std::nan(""), 1e-310};
    const auto log = [&](const std::string &key, std::int64_t from) {
        ASSERT_TRUE(workspace.writer().run([&](WriteContext &context) -> Result<void> {
            Database &database = context.database();
            const auto id = database.value<std::int64_t>("SELECT id FROM job WHERE name = 'fit'");
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto step = from + static_cast<std::int64_t>(i);
                if (auto done
                    = MetricRepository::append(database, **id, key, {step, 1000 + step, values[i], 0});
                    !done)
                    return done;
            }
            return {};
        }));
    };
    log("loss", 0);
    log("auc", 0);
    const auto ask = [&](const std::string &after, const std::string &accepted) {
        const RouteTable::Match match = m_table.find(Method::Get, "/api/v1/jobs/fit/points");
        Call call{{}, match.path, as(Role::Reader), nullptr};
        call.request.query.emplace_back("after", after);
        call.request.headers.emplace_back("accept", accepted);
        return *match.route->answer(call);
    };
    const auto check = [&](const std::string &after, std::size_t firstStep, std::size_t seriesCount) {
        const http::Response text = ask(after, "*/*");
        EXPECT_EQ(text.contentType, "application/json");
        const Json json = parseJson(text.body).value_or(Json());
        const http::Response bytes = ask(after, "application/json, application/vnd.atelier.points");
        EXPECT_EQ(bytes.contentType, "application/vnd.atelier.points");
        const auto points = series::pointsFromBytes(bytes.body);
        EXPECT_TRUE(points);
        EXPECT_EQ(points->series.size(), seriesCount);
        EXPECT_EQ(json.at("points").size(), seriesCount * values.size());
        std::size_t at = 0;
        for (std::size_t i = 0; i < points->series.size(); ++i) {
            EXPECT_EQ(json["series"][i]["key"], points->series[i].key);
            EXPECT_EQ(points->series[i].points.size(), values.size());
            for (std::size_t k = 0; k < values.size(); ++k, ++at) {
                const series::Point &point = points->series[i].points[k];
                EXPECT_EQ(point.step, static_cast<std::int64_t>(firstStep + k));
                EXPECT_EQ(point.timeMs, point.step + 1000);
                EXPECT_TRUE(point.value == values[k] || (std::isnan(point.value) && std::isnan(values[k])));
                EXPECT_EQ(
                    json["points"][at], Json::array({i, point.step, point.timeMs, numberJson(values[k])}));
            }
        }
        return std::to_string(points->arrival);
    };
    const std::string arrival = check("0", 0, 2);
    log("loss", 5);
    check(arrival, 5, 1);
}

TEST_F(JobRoutesTest, TheInterfaceDescribesBothFormsOfPoints)
{
    const Json content = openApiDocument(
        m_table)["paths"]["/api/v1/jobs/{name}/points"]["get"]["responses"]["200"]["content"];
    EXPECT_EQ(content["application/vnd.atelier.points"]["schema"]["format"], "binary");
    EXPECT_TRUE(content["application/json"]["schema"]["properties"].contains("arrival"));
}
