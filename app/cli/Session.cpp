#include "app/cli/Session.h"

#include "app/cli/Report.h"
#include "core/base/Json.h"

#include <QCoreApplication>
#include <QTimer>

namespace atelier::cli {

namespace {

constexpr int interruptedExit = 130; // as shells say it

} // namespace

Session::Session(Arguments arguments)
    : m_arguments(std::move(arguments))
{
}

// They use the client, which would be gone before QObject's own destructor came to them.
Session::~Session()
{
    const QObjectList left = children(); // a copy: each one leaves the list as it goes
    qDeleteAll(left);
}

Result<void> Session::openWorkspace(const std::filesystem::path &folder)
{
    auto client = ServiceClient::open(folder);
    if (!client)
        return client.error();
    m_client = std::move(*client);
    return {};
}

void Session::finish(int code)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_terminal.progress({});
    m_terminal.err(reportText(m_errors, m_warnings, ReportForm::Json));
    // The event loop may not have begun yet, and would then not hear of its end.
    QTimer::singleShot(0, this, [code] { QCoreApplication::exit(code); });
}

void Session::fail(const std::vector<Error> &errors)
{
    if (m_isFinished)
        return;
    if (wantsJson())
        m_errors = errors;
    else
        m_terminal.err(reportText(errors, {}, ReportForm::Lines));
    finish(1);
}

void Session::warn(const std::vector<Error> &warnings)
{
    if (wantsJson())
        m_warnings.insert(m_warnings.end(), warnings.begin(), warnings.end());
    else
        m_terminal.err(reportText({}, warnings, ReportForm::Lines));
}

void Session::note(const std::string &sentence)
{
    if (!wantsJson())
        m_terminal.err(sentence + "\n");
}

void Session::printJson(const Json &json)
{
    m_terminal.out(toText(json, 2) + "\n");
}

void Session::interrupt()
{
    if (m_interrupted)
        m_interrupted();
    finish(interruptedExit);
}

} // namespace atelier::cli
