#pragma once

#include "core/base/Json.h"
#include "core/client/ServiceClient.h"

#include <QObject>

#include <deque>
#include <string>
#include <vector>

namespace atelier::cli {

class Session;

/// Deletes or restores jobs, one after another; one that is refused does not keep the others. Ends the run.
class JobChanges : public QObject
{
    Q_OBJECT

public:
    enum class What { Delete, Restore };

    JobChanges(Session &session, What what);
    void start();

private:
    void changeNext();
    void changed(const std::string &name, const Reply &reply);
    void finish();

    Session &m_session;
    const What m_what;
    std::deque<std::string> m_names; ///< still to be done
    Json m_jobs = Json::array();
    std::vector<Error> m_errors;
};

} // namespace atelier::cli
