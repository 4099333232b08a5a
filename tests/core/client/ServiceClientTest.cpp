#include "core/client/ServiceClient.h"

#include "core/base/Json.h"
#include "tests/core/client/FakeService.h"

#include <QThread>

#include <atomic>
#include <future>

using namespace atelier;
using namespace atelier::test;
using testing::HasSubstr;
using testing::SizeIs;

namespace {

class ServiceClientTest : public FakeService
{
};

} // namespace

TEST_F(ServiceClientTest, GivesTheAnswersJsonOnTheReceiversThread)
{
    handler.on("/api/v1/jobs/a b", [](const http::Request &request, const http::Respond &respond) {
        respond(jsonAnswer(R"({"limit":")" + std::string(request.parameter("limit")) + "\"}"));
    });
    startServer();
    std::optional<Reply> answer;
    QThread *thread = nullptr;
    client->get("/api/v1/jobs/a b", {{"limit", "1 0"}}, &receiver, [&](Reply reply) {
        thread = QThread::currentThread();
        answer = std::move(reply);
    });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(answer->isSuccess());
    EXPECT_EQ(textAt(answer->json, "limit"), "1 0");
    EXPECT_EQ(thread, QThread::currentThread());
}

TEST_F(ServiceClientTest, GivesEveryErrorOfAnAnswer)
{
    handler.on("/bad", [](const http::Request &, const http::Respond &respond) {
        respond(jsonAnswer(
            R"({"errors":[{"kind":"invalid","code":"a","message":"First."},{"kind":"conflict","code":"b","message":"Second."}]})",
            400));
    });
    startServer();
    const Reply reply = get("/bad");
    ASSERT_THAT(reply.errors, SizeIs(2));
    EXPECT_EQ(reply.errors[0].sentence, "First.");
    EXPECT_EQ(reply.errors[1].kind, ErrorKind::Conflict);
}

TEST_F(ServiceClientTest, MakesAnErrorOfAnAnswerThatTellsNone)
{
    startServer();
    const Reply reply = get("/absent");
    ASSERT_THAT(reply.errors, SizeIs(1));
    EXPECT_EQ(reply.errors[0].kind, ErrorKind::NotFound);
}

TEST_F(ServiceClientTest, SendsAnIdempotencyKeyWithEveryPost)
{
    std::promise<std::string> key;
    handler.on("/act", [&](const http::Request &request, const http::Respond &respond) {
        key.set_value(std::string(request.header("idempotency-key")));
        respond(jsonAnswer("{}"));
    });
    startServer();
    bool isDone = false;
    client->post("/act", Json::object(), &receiver, [&](const Reply &reply) { isDone = reply.isSuccess(); });
    ASSERT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_THAT(key.get_future().get(), SizeIs(36));
}

TEST_F(ServiceClientTest, RemovesByTheMethodOfThatName)
{
    std::promise<http::Method> method;
    handler.on("/thing", [&](const http::Request &request, const http::Respond &respond) {
        method.set_value(request.method);
        respond(jsonAnswer("{}"));
    });
    startServer();
    bool isDone = false;
    client->remove("/thing", &receiver, [&](const Reply &reply) { isDone = reply.isSuccess(); });
    ASSERT_TRUE(waitUntil([&] { return isDone; }));
    EXPECT_EQ(method.get_future().get(), http::Method::Delete);
}

TEST_F(ServiceClientTest, AReceiverThatIsGoneHearsNothing)
{
    Signal arrived;
    http::Respond kept;
    handler.on("/wait", [&](const http::Request &, http::Respond respond) {
        kept = std::move(respond);
        arrived.raise();
    });
    startServer();
    bool isCalled = false;
    auto gone = std::make_unique<QObject>();
    client->get("/wait", {}, gone.get(), [&](const Reply &) { isCalled = true; });
    ASSERT_TRUE(arrived.wait());
    gone.reset();
    kept(jsonAnswer("{}"));
    runFor(50);
    EXPECT_FALSE(isCalled);
}

TEST_F(ServiceClientTest, ACallbackMayEndTheClient)
{
    handler.on("/x", [](const http::Request &, const http::Respond &respond) { respond(jsonAnswer("{}")); });
    startServer();
    int calls = 0;
    for (int i = 0; i < 2; ++i)
        client->get("/x", {}, &receiver, [&](const Reply &) {
            ++calls;
            QTimer::singleShot(0, &receiver, [&] { client.reset(); });
        });
    EXPECT_TRUE(waitUntil([&] { return client == nullptr; }));
    EXPECT_GE(calls, 1);
}

TEST_F(ServiceClientTest, SendsAFileAndReceivesOne)
{
    std::string received;
    handler.on("/file", [&](http::Request request, const http::Respond &respond) {
        if (request.method == http::Method::Put)
            received = request.body;
        respond(request.method == http::Method::Put ? jsonAnswer("{}") : text("the bytes"));
    });
    startServer();
    write(folder / "up", "code");
    int done = 0;
    client->upload(
        "/file", folder / "up", &receiver, [&](const Reply &reply) { done += reply.isSuccess() ? 1 : 0; });
    client->download(
        "/file", folder / "down", &receiver, [&](const Reply &reply) { done += reply.isSuccess() ? 1 : 0; });
    ASSERT_TRUE(waitUntil([&] { return done == 2; }));
    EXPECT_EQ(received, "code");
    EXPECT_EQ(read(folder / "down"), "the bytes");
}

TEST_F(ServiceClientTest, AFailedDownloadLeavesNoFile)
{
    startServer();
    std::optional<Reply> answer;
    client->download("/absent", folder / "down", &receiver, [&](Reply reply) { answer = std::move(reply); });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_FALSE(answer->isSuccess());
    EXPECT_FALSE(std::filesystem::exists(folder / "down"));
}

TEST_F(ServiceClientTest, StartsTheServiceWhereNobodyListensAndRepeatsTheCall)
{
    handler.on(
        "/x", [](const http::Request &, const http::Respond &respond) { respond(jsonAnswer(R"({"v":1})")); });
    useScript("echo \"$@\" > " + (folder / "asked").string() + "; while [ ! -e " + (folder / "go").string()
        + " ]; do sleep 0.01; done; echo ready >&3");
    std::optional<Reply> answer;
    client->get("/x", {}, &receiver, [&](Reply reply) { answer = std::move(reply); });
    ASSERT_TRUE(waitUntil([&] { return !read(folder / "asked").empty(); }));
    EXPECT_THAT(read(folder / "asked"), HasSubstr("--workspace " + workspace.string() + " --ready-fd 3"));
    startServer();
    write(folder / "go", "");
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_EQ(integerAt(answer->json, "v"), 1);
}

TEST_F(ServiceClientTest, TellsTheSentenceWithWhichTheServiceRefusedToStart)
{
    useScript(
        R"(echo 'error {"kind":"conflict","code":"storage.newer","message":"It is too new."}' >&3; exit 1)");
    const Reply reply = get("/x");
    ASSERT_THAT(reply.errors, SizeIs(1));
    EXPECT_EQ(reply.errors[0].sentence, "It is too new.");
    EXPECT_EQ(reply.errors[0].kind, ErrorKind::Conflict);
}

TEST_F(ServiceClientTest, TellsTheLastWordsOfAServiceThatEndedWhileItStarted)
{
    useScript("echo first >&2; echo 'cannot find libfoo' >&2; exit 3");
    const Reply reply = get("/x");
    ASSERT_THAT(reply.errors, SizeIs(1));
    EXPECT_THAT(reply.errors[0].sentence, HasSubstr("cannot find libfoo"));
    EXPECT_THAT(reply.errors[0].sentence, HasSubstr("service.log"));
}

TEST_F(ServiceClientTest, SaysWhichProgramIsMissing)
{
    const Reply reply = get("/x");
    ASSERT_THAT(reply.errors, SizeIs(1));
    EXPECT_THAT(reply.errors[0].sentence, HasSubstr("/nonexistent/atelierd"));
}

TEST_F(ServiceClientTest, ALoserOfTheRaceToStartUsesTheWinner)
{
    handler.on("/x", [](const http::Request &, const http::Respond &respond) { respond(jsonAnswer("{}")); });
    useScript(R"(echo 'error {"kind":"busy","code":"lock.held","message":"Held."}' >&3; touch )"
        + (folder / "refused").string());
    std::optional<Reply> answer;
    client->get("/x", {}, &receiver, [&](Reply reply) { answer = std::move(reply); });
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(folder / "refused"); }));
    runFor(100);
    EXPECT_FALSE(answer.has_value()) << answer->errors.front().sentence;
    startServer();
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(answer->isSuccess());
}

TEST_F(ServiceClientTest, RepeatsACallThatTheServicesEndInterrupted)
{
    std::atomic<int> calls = 0;
    std::vector<http::Respond> kept;
    handler.on("/hang", [&](const http::Request &, http::Respond respond) {
        if (++calls == 1)
            kept.push_back(std::move(respond));
        else
            respond(jsonAnswer("{}"));
    });
    startServer();
    useScript("while [ ! -e " + (folder / "go").string() + " ]; do sleep 0.01; done; echo ready >&3");
    std::optional<Reply> answer;
    client->post("/hang", Json::object(), &receiver, [&](Reply reply) { answer = std::move(reply); });
    ASSERT_TRUE(waitUntil([&] { return calls == 1; }));
    stopServer();
    kept.clear();
    startServer();
    write(folder / "go", "");
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(answer->isSuccess()) << answer->errors.front().sentence;
    EXPECT_EQ(calls, 2);
}

TEST_F(ServiceClientTest, StoppingAServiceThatDoesNotRunStartsNone)
{
    useScript("touch " + (folder / "asked").string() + "; echo ready >&3");
    std::optional<Reply> answer;
    client->stop(&receiver, [&](Reply reply) { answer = std::move(reply); });
    ASSERT_TRUE(waitUntil([&] { return answer.has_value(); }));
    EXPECT_TRUE(answer->isSuccess());
    EXPECT_FALSE(std::filesystem::exists(folder / "asked"));
}
