#include "app/cli/JobChanges.h"
#include "app/cli/JobDownload.h"
#include "app/cli/JobList.h"
#include "app/cli/JobStream.h"
#include "app/cli/JobSummary.h"
#include "app/cli/JobTables.h"
#include "app/cli/JobUpdate.h"
#include "app/cli/Session.h"
#include "app/cli/TableLook.h"
#include "app/cli/Verbs.h"
#include "core/base/ErrorJson.h"
#include "core/base/Ids.h"
#include "core/base/Json.h"
#include "core/client/JobSubmission.h"

namespace atelier::cli {

namespace {

JobSubmission::Request requestOf(const Session &session)
{
    std::error_code failure;
    return {session.arguments().value("--file"), session.arguments().values("--set"),
        session.arguments().value("--name"), std::filesystem::current_path(failure).filename().string()};
}

int exitCodeOf(const Json &job)
{
    return textAt(job, "status") == "Completed" ? 0 : 1;
}

void streamJob(Session &session, const std::string &name)
{
    auto *stream = new JobStream(session, name);
    stream->setParent(&session);
    session.whenInterrupted([&session, name] {
        session.terminal().beginLine();
        session.note("Detached; the job goes on. Come back with: atelier job stream " + name);
    });
    QObject::connect(stream, &JobStream::failed, &session, &Session::fail);
    QObject::connect(stream, &JobStream::ended, &session, [&session](const Json &job) {
        if (session.wantsJson()) {
            session.printJson(job);
            return session.finish(exitCodeOf(job));
        }
        auto *summary = new JobSummary(session, job);
        summary->setParent(&session);
        summary->print([&session, code = exitCodeOf(job)] { session.finish(code); });
    });
    stream->start();
}

void submitted(Session &session, const Json &job)
{
    const std::string name = textAt(job, "name");
    const bool follows = session.arguments().has("--stream");
    if (!session.wantsJson())
        session.terminal().out("Submitted " + name + ".\n");
    if (follows)
        return streamJob(session, name);
    if (session.wantsJson())
        session.printJson(job);
    else
        session.terminal().out("Follow it with: atelier job stream " + name + "\n");
    session.finish(0);
}

JobSubmission *makeSubmission(Session &session)
{
    auto *submission = new JobSubmission(session.client(), &session);
    QObject::connect(submission, &JobSubmission::failed, &session,
        [&session](const std::vector<Error> &errors, const std::vector<Error> &warnings) {
            session.warn(warnings);
            session.fail(errors);
        });
    return submission;
}

/// The document and the code are the service's; only what is set comes from here.
void createFrom(Session &session)
{
    const Arguments &arguments = session.arguments();
    const std::string name = arguments.value("--name", randomJobName());
    session.client().put("/api/v1/jobs/" + name,
        {{"from", arguments.value("--from")}, {"set", arguments.values("--set")}}, &session,
        [&session](const Reply &reply) {
            if (!reply.isSuccess())
                return session.fail(reply.errors);
            std::vector<Error> warnings;
            for (const Json &warning : reply.json.value("warnings", Json::array()))
                warnings.push_back(errorFromJson(warning));
            session.warn(warnings);
            submitted(session, reply.json.value("job", Json::object()));
        });
}

void create(Session &session)
{
    const bool isFrom = session.arguments().has("--from");
    if (isFrom == session.arguments().has("--file"))
        return session.fail({{ErrorKind::Invalid, "usage.create",
            "A job comes from --file FILE or --from JOB: give one of them.", {}, {}}});
    if (isFrom)
        return createFrom(session);
    JobSubmission *submission = makeSubmission(session);
    QObject::connect(
        submission, &JobSubmission::progressed, &session, [&session](std::size_t sent, std::size_t files) {
            session.terminal().progress(
                "Sending code: " + std::to_string(sent) + " of " + std::to_string(files) + " files");
        });
    QObject::connect(submission, &JobSubmission::submitted, &session,
        [&session](const Json &job, const std::vector<Error> &warnings) {
            session.warn(warnings);
            submitted(session, job);
        });
    session.whenInterrupted([&session] { session.note("Interrupted before the job was submitted."); });
    submission->submit(requestOf(session));
}

void validate(Session &session)
{
    JobSubmission *submission = makeSubmission(session);
    QObject::connect(
        submission, &JobSubmission::validated, &session, [&session](const std::vector<Error> &warnings) {
            session.warn(warnings);
            if (session.wantsJson())
                session.printJson({{"errors", Json::array()}});
            else
                session.terminal().out("The document is valid.\n");
            session.finish(0);
        });
    submission->validate(requestOf(session));
}

/// What verbs do that print the job which the service answers.
ServiceClient::Callback printDetail(Session &session)
{
    return [&session](const Reply &reply) {
        if (!reply.isSuccess())
            return session.fail(reply.errors);
        if (session.wantsJson())
            session.printJson(reply.json);
        else
            session.terminal().out(
                jobDetailText(session.terminal(), reply.json, session.client().workspace().string()));
        session.finish(0);
    };
}

std::string addressOf(const Session &session)
{
    return "/api/v1/jobs/" + session.arguments().operand(0);
}

void show(Session &session)
{
    session.client().get(addressOf(session), {}, &session, printDetail(session));
}

void update(Session &session)
{
    std::vector<Error> errors;
    const Json edit = jobEditOf(session.arguments(), errors);
    if (!errors.empty())
        return session.fail(errors);
    session.client().patch(addressOf(session), edit, &session, printDetail(session));
}

void cancel(Session &session)
{
    session.client().post(
        addressOf(session) + "/cancel", Json::object(), &session, [&session](const Reply &reply) {
            if (!reply.isSuccess())
                return session.fail(reply.errors);
            if (session.wantsJson())
                session.printJson(reply.json);
            else
                session.terminal().out(
                    textAt(reply.json, "name") + ": " + statusText(session.terminal(), reply.json) + "\n");
            session.finish(0);
        });
}

void change(Session &session, JobChanges::What what)
{
    auto *changes = new JobChanges(session, what);
    changes->setParent(&session);
    changes->start();
}

void remove(Session &session)
{
    change(session, JobChanges::What::Delete);
}

void restore(Session &session)
{
    change(session, JobChanges::What::Restore);
}

void stream(Session &session)
{
    streamJob(session, session.arguments().operand(0));
}

void download(Session &session)
{
    const std::string name = session.arguments().operand(0);
    const std::filesystem::path target = session.arguments().value("--output", name);
    auto *download = new JobDownload(session, name, std::filesystem::absolute(target));
    download->setParent(&session);
    download->start();
}

const Option fileOption{"--file", "-f", "FILE", "The YAML document.", false, true};
const Option setOption{"--set", "", "PATH=VALUE", "Replaces a value of the document: inputs.rate=0.1", true};

} // namespace

std::vector<Verb> jobVerbs()
{
    constexpr auto workspace = Verb::Needs::Workspace;
    const Option name{"--name", "-n", "NAME", "The job's name; else the document's, or a random one."};
    const Option follow{
        "--stream", "", "", "Follows the job to its end; the exit code says whether it completed."};
    return {
        {"job", "create", {},
            {{"--file", "-f", "FILE", "The YAML document."},
                {"--from", "", "JOB", "Instead of a document: a job that is there, with its code."}, name,
                setOption, follow},
            "Submits a job.", workspace, create},
        {"job", "validate", {}, {fileOption, setOption}, "Checks a job's document, without submitting it.",
            workspace, validate},
        {"job", "list", {}, jobListOptions(), "The newest jobs.", workspace, listJobs, true},
        {"job", "show", {{"NAME"}}, {}, "All that is known of a job.", workspace, show},
        {"job", "update", {{"NAME"}},
            {{"--set", "", "PATH=VALUE", "display_name=..., description=... or tags.NAME=...", true},
                {"--tag", "", "TAG", "Puts a tag on it: 'key: value', or a key alone.", true},
                {"--remove", "", "PATH", "Takes a tag off: tags.NAME.", true}},
            "Changes what a job is called, its description and its tags.", workspace, update},
        {"job", "stream", {{"NAME"}}, {}, "Follows a job to its end.", workspace, stream},
        {"job", "cancel", {{"NAME"}}, {}, "Ends a job and all of its steps.", workspace, cancel},
        {"job", "delete", {{"NAME", false, true}}, {},
            "Deletes jobs that have ended, with all their steps; for 30 days they can be restored.",
            workspace, remove},
        {"job", "restore", {{"NAME", false, true}}, {}, "Takes back that jobs were deleted.", workspace,
            restore},
        {"job", "download", {{"NAME"}},
            {{"--output", "", "DIR", "A new or empty folder; else one of the job's name."}},
            "Copies a job's outputs and logs.", workspace, download},
        {"job", "table", {{"NAME"}, {"FILE"}}, tableOptions(),
            "Rows of a job's file that is a table, such as outputs/result.parquet, or what its columns hold.",
            workspace, lookAtJobTable, true},
    };
}

} // namespace atelier::cli
