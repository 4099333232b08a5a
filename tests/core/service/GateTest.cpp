#include "core/service/Gate.h"

#include "core/base/Json.h"
#include "core/storage/Database.h"
#include "core/storage/Migrations.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <unistd.h>

using namespace atelier;
using http::Method;
using testing::HasSubstr;

namespace {

constexpr std::uint16_t port = 4242;
const std::string userToken = "atelier-0123456789abcdef";

class MemorySink final : public http::BodySink
{
public:
    Result<void> write(std::string_view bytes) override
    {
        text += bytes;
        return {};
    }
    std::string text;
};

/// A gate before a few routes, with a real database behind it; requests come as the server hands them over.
class GateTest : public testing::Test
{
protected:
    GateTest()
    {
        {
            Result<Database> database = Database::open(m_folder / "w.db");
            EXPECT_TRUE(migrate(*database, m_folder / "backups"));
        }
        m_writer = std::move(*Writer::open(m_folder / "w.db"));
        m_readers = std::move(*ReaderPool::open(m_folder / "w.db", 4));
        m_answers = std::make_unique<KeptAnswers>(*m_writer, *m_readers);
        m_access.setPort(port);
        addRoutes();
        m_gate = std::make_unique<Gate>(m_access, m_routes, *m_answers, m_pool);
    }

    void addRoutes()
    {
        const auto count = [this](Call &call) -> Result<http::Response> {
            if (call.request.body == "wait") {
                m_hasBegun.set_value();
                m_mayGoOn.get_future().wait();
            }
            const int times = ++m_acted;
            if (call.request.body == "fail")
                return Error{ErrorKind::Unavailable, "test", "Not now.", {}, {}};
            return jsonResponse({{"times", times}, {"job", call.caller.job}, {"x", call.path["x"]}});
        };
        m_routes.add({Method::Post, "/api/v1/act/{x}", Rule::everyone(), "Counts.", count});
        m_routes.add({Method::Put, "/api/v1/owned", Rule::contributors(), "Counts.", count});
        Route async{Method::Post, "/api/2.0/mlflow/async", Rule::everyone(), "Counts.", {}};
        async.asyncAnswer = [this](const Call &, const http::Respond &respond) {
            respond(jsonResponse({{"times", ++m_acted}}));
        };
        async.errors = ErrorForm::Mlflow;
        m_routes.add(std::move(async));
        Route upload{Method::Put, "/api/v1/upload", Rule::everyone(), "Answers what came.",
            [](Call &call) -> Result<http::Response> {
                return jsonResponse(static_cast<MemorySink &>(*call.sink).text);
            }};
        upload.bodyLimit = 7;
        upload.sink = [](const Call &call) -> Result<std::shared_ptr<http::BodySink>> {
            if (call.request.parameter("refuse") == "1")
                return Error{ErrorKind::NotFound, "test", "No place.", {}, {}};
            return std::shared_ptr<http::BodySink>(std::make_shared<MemorySink>());
        };
        m_routes.add(std::move(upload));
    }

    static http::Request own(Method method, const std::string &path, const std::string &body = {})
    {
        http::Request request;
        request.method = method;
        request.path = request.target = path;
        request.body = body;
        request.peer = {true, geteuid()};
        return request;
    }

    static http::Request keyed(const std::string &key, const std::string &path, const std::string &body = {})
    {
        http::Request request = own(Method::Post, path, body);
        request.headers.emplace_back("idempotency-key", key);
        return request;
    }

    static http::Request withToken(http::Request request, const std::string &token)
    {
        request.peer = {};
        request.headers.emplace_back("host", "127.0.0.1:4242");
        request.headers.emplace_back("authorization", "Bearer " + token);
        return request;
    }

    std::future<http::Response> begin(const http::Request &request, const std::string &streamed = {})
    {
        auto promise = std::make_shared<std::promise<http::Response>>();
        http::Admission admission = m_gate->admit(request);
        if (admission.refusal) {
            promise->set_value(*admission.refusal);
            return promise->get_future();
        }
        if (admission.sink) {
            EXPECT_TRUE(admission.sink->write(streamed));
        }
        m_gate->handle(request, std::move(admission),
            [promise](http::Response response) { promise->set_value(std::move(response)); });
        return promise->get_future();
    }

    /// `status body`
    std::string ask(const http::Request &request, const std::string &streamed = {})
    {
        const http::Response response = begin(request, streamed).get();
        return std::to_string(response.status) + " " + response.body;
    }

    test::TemporaryFolder m_folder;
    std::promise<void> m_hasBegun;
    std::promise<void> m_mayGoOn;
    std::atomic<int> m_acted = 0;
    std::unique_ptr<KeptAnswers> m_answers;
    std::unique_ptr<Writer> m_writer;
    std::unique_ptr<ReaderPool> m_readers;
    RunTokens m_tokens;
    Access m_access{userToken, m_tokens};
    RouteTable m_routes;
    WorkerPool m_pool{3, 10};
    std::unique_ptr<Gate> m_gate;
};

} // namespace

TEST_F(GateTest, RefusesOnTheHeadInTheFormOfTheClient)
{
    EXPECT_THAT(ask(withToken(own(Method::Post, "/api/v1/act/1"), "wrong")), HasSubstr("401 {\"errors\""));
    EXPECT_THAT(ask(withToken(own(Method::Post, "/api/2.0/mlflow/async"), "wrong")),
        HasSubstr("401 {\"error_code\""));
    EXPECT_THAT(ask(own(Method::Post, "/api/v1/nothing")), HasSubstr("There is no POST /api/v1/nothing."));
    EXPECT_THAT(ask(own(Method::Get, "/api/v1/owned")), HasSubstr("only other methods"));
    EXPECT_EQ(m_acted, 0);
}

TEST_F(GateTest, LetsARoleDoOnlyWhatItsRuleSays)
{
    const RunTokens::Token token = RunTokens::make();
    m_tokens.admit(token.digest, "job1");
    EXPECT_THAT(ask(withToken(own(Method::Put, "/api/v1/owned"), token.text)), HasSubstr("403"));
    EXPECT_EQ(ask(withToken(own(Method::Post, "/api/v1/act/7"), token.text)),
        R"(200 {"times":1,"job":"job1","x":"7"})");
    EXPECT_EQ(
        ask(withToken(own(Method::Put, "/api/v1/owned"), userToken)), R"(200 {"times":2,"job":"","x":""})");
}

TEST_F(GateTest, DecidesOnceWhenTheHeadIsThere)
{
    const RunTokens::Token token = RunTokens::make();
    m_tokens.admit(token.digest, "job1");
    const http::Request request = withToken(own(Method::Post, "/api/v1/act/7"), token.text);
    http::Admission admission = m_gate->admit(request);
    ASSERT_FALSE(admission.refusal);
    m_tokens.revoke(token.digest);
    std::promise<http::Response> answer;
    m_gate->handle(request, std::move(admission),
        [&](http::Response response) { answer.set_value(std::move(response)); });
    EXPECT_EQ(answer.get_future().get().status, 200);
    EXPECT_THAT(ask(request), HasSubstr("401")) << "the next request is another one";
}

TEST_F(GateTest, AStreamedBodyGoesWhereTheRouteSays)
{
    EXPECT_EQ(m_gate->admit(own(Method::Put, "/api/v1/upload")).bodyLimit, 7U);
    EXPECT_EQ(ask(own(Method::Put, "/api/v1/upload"), "streamed"), "200 \"streamed\"");
    http::Request refused = own(Method::Put, "/api/v1/upload");
    refused.query = {{"refuse", "1"}};
    EXPECT_THAT(ask(refused), HasSubstr("404"));
}

TEST_F(GateTest, AnswersARepetitionUnderTheSameKeyWithoutActingAgain)
{
    const std::string first = ask(keyed("k", "/api/v1/act/1", "body"));
    EXPECT_EQ(first, R"(200 {"times":1,"job":"","x":"1"})");
    EXPECT_EQ(ask(keyed("k", "/api/v1/act/1", "body")), first);
    EXPECT_EQ(m_acted, 1);
    EXPECT_THAT(ask(keyed("other", "/api/v1/act/1", "body")), HasSubstr("\"times\":2"));
    EXPECT_EQ(ask(keyed("a", "/api/2.0/mlflow/async")), R"(200 {"times":3})");
    EXPECT_EQ(ask(keyed("a", "/api/2.0/mlflow/async")), R"(200 {"times":3})");
}

TEST_F(GateTest, RefusesAKeyForAnotherRequest)
{
    ask(keyed("k", "/api/v1/act/1", "body"));
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/1", "other")), HasSubstr("422 {\"errors\""));
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/2", "body")), HasSubstr("a new request needs a new key"));
    EXPECT_THAT(ask(keyed("k", "/api/2.0/mlflow/async", "body")), HasSubstr("422 {\"error_code\""));
    EXPECT_THAT(ask(keyed(std::string(256, 'k'), "/api/v1/act/1")), HasSubstr("400"));
    EXPECT_EQ(m_acted, 1);
}

TEST_F(GateTest, AKeyBelongsToItsCaller)
{
    const RunTokens::Token token = RunTokens::make();
    m_tokens.admit(token.digest, "job1");
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/1")), HasSubstr("\"job\":\"\""));
    EXPECT_THAT(ask(withToken(keyed("k", "/api/v1/act/1"), token.text)), HasSubstr("\"job\":\"job1\""));
}

TEST_F(GateTest, WhatMayPassIsTriedAgain)
{
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/1", "fail")), HasSubstr("Not now."));
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/1", "fail")), HasSubstr("Not now."));
    EXPECT_EQ(m_acted, 2);
}

TEST_F(GateTest, ARepetitionWhileTheFirstIsUnderWayWaitsForItsAnswer)
{
    std::future<http::Response> first = begin(keyed("k", "/api/v1/act/1", "wait"));
    m_hasBegun.get_future().wait();
    std::future<http::Response> second = begin(keyed("k", "/api/v1/act/1", "wait"));
    std::future<http::Response> other = begin(keyed("k", "/api/v1/act/1", "else"));
    EXPECT_EQ(other.get().status, 422);
    EXPECT_EQ(second.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
    m_mayGoOn.set_value();
    EXPECT_EQ(first.get().body, R"({"times":1,"job":"","x":"1"})");
    EXPECT_EQ(second.get().body, R"({"times":1,"job":"","x":"1"})");
    EXPECT_EQ(m_acted, 1);
}

TEST_F(GateTest, AnswersAreKeptForADay)
{
    const std::string first = ask(keyed("k", "/api/v1/act/1"));
    const std::int64_t day = std::int64_t{24} * 60 * 60 * 1000;
    const auto age = [&](std::int64_t ms) {
        ASSERT_TRUE(m_writer->run([&](WriteContext &context) {
            return context.database().run("UPDATE idempotency SET time_ms = time_ms - ?1", ms);
        }));
    };
    age(day - 60'000);
    EXPECT_EQ(ask(keyed("k", "/api/v1/act/1")), first);
    age(120'000);
    EXPECT_THAT(ask(keyed("k", "/api/v1/act/1")), HasSubstr("\"times\":2"));
    const auto rows = m_readers->read(
        [](Database &database) { return database.value<int>("SELECT count(*) FROM idempotency"); });
    EXPECT_EQ(**rows, 1) << "the old one was pruned";
}
