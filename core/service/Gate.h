#pragma once

#include "core/access/Access.h"
#include "core/http/Server.h"
#include "core/service/KeptAnswers.h"
#include "core/service/RouteTable.h"
#include "core/service/WorkerPool.h"

namespace atelier {

/// The one way in: who calls, which route, may they; only then is anything parsed or any work done. Decided
/// once, when the head of a request is there.
class Gate : public http::Handler
{
public:
    /// All must outlive the gate.
    Gate(const Access &access, const RouteTable &routes, KeptAnswers &answers, WorkerPool &pool);

    http::Admission admit(const http::Request &head) override;
    void handle(http::Request request, http::Admission admission, http::Respond respond) override;

private:
    struct Decision
    {
        Caller caller;
        RouteTable::Match match;
    };
    [[nodiscard]] Result<Decision> decide(const http::Request &head) const;

    const Access &m_access;
    const RouteTable &m_routes;
    KeptAnswers &m_answers;
    WorkerPool &m_pool;
};

} // namespace atelier
