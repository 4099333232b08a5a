#include "app/cli/JobChanges.h"

#include "app/cli/Session.h"
#include "core/base/Json.h"

namespace atelier::cli {

JobChanges::JobChanges(Session &session, What what)
    : m_session(session)
    , m_what(what)
    , m_names(session.arguments().operands.begin(), session.arguments().operands.end())
{
}

void JobChanges::start()
{
    changeNext();
}

void JobChanges::changeNext()
{
    if (m_names.empty())
        return finish();
    const std::string name = std::move(m_names.front());
    m_names.pop_front();
    const std::string address = "/api/v1/jobs/" + name;
    const auto done = [this, name](const Reply &reply) { changed(name, reply); };
    if (m_what == What::Delete)
        m_session.client().remove(address, this, done);
    else
        m_session.client().post(address + "/restore", Json::object(), this, done);
}

void JobChanges::changed(const std::string &name, const Reply &reply)
{
    if (reply.isSuccess())
        m_jobs.push_back(reply.json);
    else
        m_errors.insert(m_errors.end(), reply.errors.begin(), reply.errors.end());
    if (reply.isSuccess() && !m_session.wantsJson())
        m_session.terminal().out((m_what == What::Delete ? "Deleted " : "Restored ") + name + ".\n");
    changeNext();
}

void JobChanges::finish()
{
    if (m_session.wantsJson())
        m_session.printJson({{"jobs", m_jobs}});
    else if (m_what == What::Delete && !m_jobs.empty())
        m_session.terminal().out("For 30 days they come back with: atelier job restore NAME...\n");
    if (!m_errors.empty())
        return m_session.fail(m_errors);
    m_session.finish(0);
}

} // namespace atelier::cli
