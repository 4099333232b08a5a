#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Terminal.h"
#include "core/base/Json.h"
#include "core/client/ServiceClient.h"

#include <QObject>

#include <functional>
#include <memory>

namespace atelier::cli {

/// One run of the program: what was asked, where to write, whom to ask, and how it ends. Verbs hang what they
/// need for longer onto it, as children.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(Arguments arguments);
    ~Session() override;

    /// Opens the workspace that the client() of this run belongs to.
    [[nodiscard]] Result<void> openWorkspace(const std::filesystem::path &folder);

    /// Ends the run with an exit code; only the first call counts.
    void finish(int code);
    /// Tells every error and ends the run with 1. With JSON, errors and warnings are one object on standard
    /// error, told when the run ends.
    void fail(const std::vector<Error> &errors);
    /// Each `warning: file:line:column: sentence`, on standard error.
    void warn(const std::vector<Error> &warnings);
    /// A sentence for people, on standard error; none with JSON.
    void note(const std::string &sentence);
    /// Prints what the service answered, as it is.
    void printJson(const Json &json);
    /// What Ctrl+C does instead of ending the run.
    void whenInterrupted(std::function<void()> act) { m_interrupted = std::move(act); }
    void interrupt();

    [[nodiscard]] const Arguments &arguments() const { return m_arguments; }
    [[nodiscard]] bool wantsJson() const { return m_arguments.value("--format") == "json"; }
    [[nodiscard]] Terminal &terminal() { return m_terminal; }
    [[nodiscard]] bool hasClient() const { return m_client != nullptr; }
    [[nodiscard]] ServiceClient &client() { return *m_client; }

private:
    const Arguments m_arguments;
    Terminal m_terminal;
    std::unique_ptr<ServiceClient> m_client;
    std::function<void()> m_interrupted;
    std::vector<Error> m_errors; ///< to be told at the end, as are the warnings: with JSON only
    std::vector<Error> m_warnings;
    bool m_isFinished = false;
};

} // namespace atelier::cli
