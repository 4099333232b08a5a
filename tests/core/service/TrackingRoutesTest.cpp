#include "core/service/TrackingRoutes.h"

#include "core/base/Json.h"
#include "tests/core/tracking/TrackedWorkspace.h"

#include <gtest/gtest.h>

#include <future>
#include <unistd.h>

using namespace atelier;
using namespace atelier::test;
using http::Method;

namespace {

struct Routes : testing::Test
{
    TrackedWorkspace workspace;
    std::unique_ptr<TrackingRoutes> tracking;
    RouteTable table;

    void SetUp() override
    {
        auto opened = TrackingRoutes::open(workspace.writer(), workspace.readers(), workspace.layout());
        ASSERT_TRUE(opened);
        tracking = std::move(*opened);
        tracking->add(table);
    }

    /// What the gate would answer.
    http::Response send(Method method, const std::string &path, const std::string &body = {},
        http::Fields query = {}, const std::string &type = "application/json",
        const Caller &caller = TrackedWorkspace::owner())
    {
        RouteTable::Match match = table.find(method, path);
        if (match.route == nullptr) {
            http::Response none;
            none.status = 404;
            return none;
        }
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = std::move(query);
        request.headers = {{"content-type", type}};
        const Route &route = *match.route;
        if (!route.rule.allows(caller.role))
            return errorResponse({ErrorKind::Forbidden, "", "role", {}, {}}, route.errors);
        Call call{std::move(request), std::move(match.path), caller, nullptr};
        if (route.sink) {
            auto sink = route.sink(call);
            if (!sink)
                return errorResponse(sink.error(), route.errors);
            EXPECT_TRUE((*sink)->write(body));
            call.sink = *sink;
        } else {
            call.request.body = body;
        }
        if (route.asyncAnswer) {
            std::promise<http::Response> answer;
            route.asyncAnswer(
                std::move(call), [&](http::Response response) { answer.set_value(std::move(response)); });
            return answer.get_future().get();
        }
        auto response = route.answer(call);
        return response ? std::move(*response) : errorResponse(response.error(), route.errors);
    }
    Json json(const http::Response &response)
    {
        EXPECT_EQ(response.contentType, "application/json");
        return parseJson(response.body).value_or(Json());
    }
    static std::string header(const http::Response &response, const std::string &name)
    {
        for (const auto &[key, value] : response.headers)
            if (key == name)
                return value;
        return {};
    }
};

} // namespace

TEST_F(Routes, AnswerAtEveryAddressThatClientsUse)
{
    const std::string run = workspace.newRun();
    for (const char *prefix :
        {"/api/2.0/mlflow/", "/api/3.0/mlflow/", "/ajax-api/2.0/mlflow/", "/ajax-api/3.0/mlflow/"}) {
        const auto got
            = send(Method::Get, std::string(prefix) + "runs/get", {}, {{"run_id", run}, {"run_uuid", run}});
        EXPECT_EQ(got.status, 200) << prefix;
        EXPECT_EQ(json(got)["run"]["info"]["run_id"], run) << prefix;
        EXPECT_EQ(
            send(Method::Post, std::string(prefix) + "experiments/search", R"({"max_results": 5})").status,
            200);
        EXPECT_EQ(
            send(Method::Get, std::string(prefix) + "experiments/search", {}, {{"max_results", "5"}}).status,
            200);
    }
}

TEST_F(Routes, WhatTrainingLoopsLogIsAnsweredAfterItsCommit)
{
    const std::string run = workspace.newRun();
    const auto post = [&](const char *call, const std::string &rest) {
        const auto answer = send(Method::Post, std::string("/api/2.0/mlflow/runs/") + call,
            R"({"run_id": ")" + run + "\", " + rest + "}");
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(answer.body, "{}");
    };
    post("log-metric", R"("key": "m", "value": 0.5, "timestamp": 1, "step": 2)");
    post("log-parameter", R"("key": "p", "value": "v")");
    post("set-tag", R"("key": "t", "value": "w")");
    post("log-batch", R"("metrics": [{"key": "m", "value": "NaN", "timestamp": 3, "step": 4}])");
    const Json data = workspace.run(run)["data"];
    EXPECT_EQ(data["metrics"][0]["value"], "NaN");
    EXPECT_EQ(valueAt(data["params"], "p"), "v");
    EXPECT_EQ(valueAt(data["tags"], "t"), "w");
}

TEST_F(Routes, ErrorsAreInMlflowsForm)
{
    const auto unknown = send(Method::Get, "/api/2.0/mlflow/runs/get", {}, {{"run_id", "none"}});
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(json(unknown),
        (Json{{"error_code", "RESOURCE_DOES_NOT_EXIST"}, {"message", "Run with id=none not found"}}));
    const auto wrong = send(Method::Post, "/api/2.0/mlflow/runs/log-metric", R"({"run_id": "none"})");
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(json(wrong)["error_code"], "INVALID_PARAMETER_VALUE");
    EXPECT_EQ(send(Method::Post, "/api/2.0/mlflow/runs/log-metric", "not json").status, 400);
    EXPECT_EQ(send(Method::Post, "/api/2.0/mlflow/experiments/create", R"({"name": "Default"})").status, 400);
    EXPECT_EQ(json(send(Method::Post, "/api/2.0/mlflow/experiments/create",
                  R"({"name": "Default"})"))["error_code"],
        "RESOURCE_ALREADY_EXISTS");
}

TEST_F(Routes, BodiesAreJsonEvenTwice)
{
    EXPECT_EQ(
        send(Method::Post, "/api/2.0/mlflow/experiments/create", R"("{\"name\": \"twice\"}")").status, 200);
    const auto form = send(Method::Post, "/api/2.0/mlflow/experiments/create", R"({"name": "x"})", {},
        "application/x-www-form-urlencoded");
    EXPECT_EQ(form.status, 400);
    EXPECT_EQ(json(form)["message"], "Bad Request. Content-Type must be one of ['application/json'].");
    EXPECT_EQ(send(Method::Post, "/api/2.0/mlflow/experiments/create", R"({"name": "y"})", {},
                  "application/json; charset=utf-8")
                  .status,
        200);
    EXPECT_EQ(send(Method::Post, "/api/2.0/mlflow/runs/create", {}, {}, "").status, 200) << "no body is {}";
}

TEST_F(Routes, ArtifactsGoInAndOut)
{
    const std::string run = workspace.newRun();
    const std::string place
        = "/api/2.0/mlflow-artifacts/artifacts/0/" + run + "/artifacts/plots/a \"b\"ü.png";
    EXPECT_EQ(send(Method::Put, place, "bytes", {}, "image/png").body, "{}");
    const auto check = [&](const http::Response &got) {
        ASSERT_EQ(got.status, 200) << got.body;
        EXPECT_EQ(got.contentType, "application/octet-stream");
        EXPECT_EQ(header(got, "Content-Disposition"), "attachment; filename*=UTF-8''a%20%22b%22%C3%BC.png");
        ASSERT_TRUE(got.file);
        std::string bytes(got.file->length(), '\0');
        EXPECT_EQ(pread(got.file->descriptor(), bytes.data(), bytes.size(), 0), 5);
        EXPECT_EQ(bytes, "bytes");
    };
    check(send(Method::Get, place));
    check(send(Method::Get, "/get-artifact", {}, {{"run_id", run}, {"path", "plots/a \"b\"ü.png"}}));
    const Json listed = json(send(
        Method::Get, "/api/2.0/mlflow-artifacts/artifacts", {}, {{"path", "0/" + run + "/artifacts/plots"}}));
    EXPECT_EQ(listed["files"][0]["path"], "a \"b\"ü.png");
    const Json ofRun = json(send(Method::Get, "/api/2.0/mlflow/artifacts/list", {}, {{"run_id", run}}));
    EXPECT_EQ(ofRun["files"][0]["path"], "plots");
    EXPECT_EQ(send(Method::Delete, place).status, 200);
    EXPECT_EQ(send(Method::Get, place).status, 404);
    EXPECT_EQ(
        send(Method::Put, "/api/2.0/mlflow-artifacts/artifacts/0/" + run + "/artifacts/../x", "").status,
        400);
    EXPECT_EQ(send(Method::Get, "/get-artifact", {}, {{"run_id", run}}).status, 400);
    const auto parts
        = send(Method::Post, "/api/2.0/mlflow-artifacts/mpu/create/0/" + run + "/artifacts/x", "{}");
    EXPECT_EQ(parts.status, 501);
    EXPECT_EQ(json(parts)["error_code"], "NOT_IMPLEMENTED");
}

TEST_F(Routes, AJobsTokenChangesNoExperiment)
{
    workspace.job("mine", JobType::Command, JobStatus::Running);
    const Caller token = TrackedWorkspace::runOf("mine");
    const auto status = [&](const char *call, const char *body) {
        return send(Method::Post, std::string("/api/2.0/mlflow/experiments/") + call, body, {},
            "application/json", token)
            .status;
    };
    EXPECT_EQ(status("create", R"({"name": "made by a script"})"), 200);
    EXPECT_EQ(status("update", R"({"experiment_id": "0", "new_name": "x"})"), 403);
    EXPECT_EQ(status("delete", R"({"experiment_id": "0"})"), 403);
    EXPECT_EQ(status("restore", R"({"experiment_id": "0"})"), 403);
    EXPECT_EQ(status("set-experiment-tag", R"({"experiment_id": "0", "key": "k", "value": "v"})"), 403);
    EXPECT_EQ(status("delete-experiment-tag", R"({"experiment_id": "0", "key": "k"})"), 403);
}

TEST_F(Routes, ReadersChangeNothing)
{
    for (const Route &route : table.routes())
        EXPECT_EQ(route.rule.allows(Role::Reader),
            route.method == Method::Get || route.pattern.find("/search") != std::string::npos)
            << route.pattern;
}

TEST_F(Routes, SayWhatTheyAre)
{
    EXPECT_EQ(send(Method::Get, "/health").body, "OK");
    EXPECT_EQ(send(Method::Get, "/version").body, "2.22.5");
    EXPECT_EQ(send(Method::Get, "/version").contentType, "text/plain; charset=utf-8");
    const Json info = json(send(Method::Get, "/api/3.0/mlflow/server-info"));
    EXPECT_EQ(info["store_type"], "SqlStore");
    EXPECT_EQ(info["multipart_uploads_enabled"], false);
}

TEST_F(Routes, ThereAreNoLoggedModels)
{
    const auto found
        = send(Method::Post, "/api/2.0/mlflow/logged-models/search", R"({"experiment_ids": ["0"]})");
    EXPECT_EQ(found.status, 200);
    EXPECT_EQ(found.body, "{}");
}

TEST_F(Routes, WhatIsNotServedIsNotFound)
{
    for (const char *path : {"/api/2.0/mlflow/logged-models", "/api/2.0/mlflow/registered-models/create",
             "/api/3.0/mlflow/traces", "/v1/traces", "/api/2.0/mlflow/runs/outputs"})
        EXPECT_EQ(send(Method::Post, path, "{}").status, 404) << path;
}
