#include "core/client/JobSubmission.h"

#include "core/base/Json.h"
#include "core/base/Sha256.h"
#include "tests/core/client/FakeService.h"

using namespace atelier;
using namespace atelier::test;
using testing::HasSubstr;
using testing::SizeIs;

namespace {

/// A service that takes snapshots and jobs, or refuses the job.
class JobSubmissionTest : public FakeService
{
protected:
    JobSubmissionTest()
    {
        write(folder / "code/train.py", source);
        write(folder / "job.yml",
            "command: python train.py --rate ${{inputs.rate}}\ncode: ./code\n"
            "environment: azureml:base:1\ninputs:\n  rate: 0.1\n");
        const std::string sha256 = sha256Hex(source);
        manifest = {{"train.py", source.size(), sha256, false}};
        handler.on("/api/v1/snapshots/" + digestOf(manifest),
            [this](http::Request request, const http::Respond &respond) {
                sent = request.body;
                respond(jsonAnswer(
                    blob.empty() ? R"({"missing":[")" + sha256Hex(source) + "\"]}" : R"({"missing":[]})"));
            });
        handler.on("/api/v1/blobs/" + sha256, [this](http::Request request, const http::Respond &respond) {
            blob = request.body;
            respond(jsonAnswer("{}"));
        });
        handler.on("/api/v1/jobs/mine", [this](http::Request request, const http::Respond &respond) {
            document = *parseJson(request.body);
            respond(refusal.empty() ? jsonAnswer(R"({"job":{"name":"mine"},"warnings":[]})", 201)
                                    : jsonAnswer(refusal, 400));
        });
        startServer();
    }
    ~JobSubmissionTest() override { server.reset(); }

    /// Submits and waits for what comes of it.
    void submit(JobSubmission::Request request)
    {
        JobSubmission submission(*client);
        bool isDone = false;
        QObject::connect(&submission, &JobSubmission::submitted, &receiver, [&](const Json &submitted) {
            job = submitted;
            isDone = true;
        });
        QObject::connect(
            &submission, &JobSubmission::failed, &receiver, [&](const std::vector<Error> &reasons) {
                errors = reasons;
                isDone = true;
            });
        QObject::connect(
            &submission, &JobSubmission::progressed, &receiver, [&](std::size_t done, std::size_t files) {
                progress = std::to_string(done) + "/" + std::to_string(files);
            });
        submission.submit(std::move(request));
        EXPECT_TRUE(waitUntil([&] { return isDone; }));
    }

    const std::string source = "print('hello')\n";
    SnapshotManifest manifest;
    std::string sent; // what the server received; read once the answer is here
    std::string blob;
    Json document;
    std::string refusal;
    Json job;
    std::vector<Error> errors;
    std::string progress;
};

} // namespace

TEST_F(JobSubmissionTest, SendsTheCodeThenTheDocumentThatNamesIt)
{
    submit({folder / "job.yml", {}, "mine", "folder"});
    ASSERT_THAT(errors, SizeIs(0)) << describe(errors.front());
    EXPECT_EQ(textAt(job, "name"), "mine");
    EXPECT_EQ(snapshotManifestFromJson(*parseJson(sent)).operator*(), manifest);
    EXPECT_EQ(blob, source);
    EXPECT_EQ(progress, "1/1");
    const Json sentJob = document["document"];
    EXPECT_EQ(textAt(sentJob["code"], "snapshot"), digestOf(manifest));
    EXPECT_EQ(textAt(sentJob, "experiment_name"), "folder");
}

TEST_F(JobSubmissionTest, CodeThatTheServiceHasIsNotSentAgain)
{
    blob = source;
    submit({folder / "job.yml", {}, "mine", "folder"});
    EXPECT_EQ(progress, "");
    EXPECT_EQ(textAt(job, "name"), "mine");
}

TEST_F(JobSubmissionTest, SettingsReplaceWhatTheDocumentSays)
{
    submit({folder / "job.yml", {"inputs.rate=0.7", "experiment_name=other"}, "mine", "folder"});
    EXPECT_THAT(toText(document), HasSubstr("0.7"));
    EXPECT_EQ(textAt(document["document"], "experiment_name"), "other");
}

TEST_F(JobSubmissionTest, TellsEveryErrorOfTheDocumentAtItsPlace)
{
    write(folder / "job.yml", "command: echo ${{inputs.x}}\ncode: ./absent\nenvironment: azureml:base:1\n");
    submit({folder / "job.yml", {}, "mine", ""});
    ASSERT_THAT(errors, SizeIs(2));
    for (const Error &error : errors)
        EXPECT_THAT(describe(error), HasSubstr("job.yml:"));
    EXPECT_TRUE(document.is_null()) << "nothing was sent";
}

TEST_F(JobSubmissionTest, PlacesTheServicesErrorsInTheFile)
{
    refusal
        = R"({"errors":[{"kind":"invalid","code":"x","message":"Too fast.","location":{"path":"inputs.rate"}}]})";
    submit({folder / "job.yml", {}, "mine", ""});
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_EQ(errors[0].location.line, 5);
    EXPECT_EQ(errors[0].location.column, 9);
    EXPECT_THAT(errors[0].location.file, HasSubstr("job.yml"));
}

TEST_F(JobSubmissionTest, MayBeGivenUpWhileItReads)
{
    JobSubmission submission(*client);
    submission.submit({folder / "job.yml", {}, "mine", ""});
}
