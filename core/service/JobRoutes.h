#pragma once

#include "core/service/JobService.h"
#include "core/service/JobSubmission.h"
#include "core/service/LogFollowers.h"
#include "core/service/RouteTable.h"

namespace atelier {

/// Jobs under /api/v1/jobs: submitting, listing, watching, canceling, deleting, and the files that they made.
class JobRoutes
{
public:
    /// All must outlive the routes.
    JobRoutes(
        JobSubmission &submission, JobService &jobs, LogFollowers &followers, const WorkspaceLayout &layout)
        : m_submission(submission)
        , m_jobs(jobs)
        , m_followers(followers)
        , m_layout(layout)
    {
    }
    void add(RouteTable &routes);

private:
    void addMetrics(RouteTable &routes);
    void addActions(RouteTable &routes);
    void addFiles(RouteTable &routes);
    [[nodiscard]] Result<http::Response> submit(Call &call);
    [[nodiscard]] Result<http::Response> validate(Call &call);
    [[nodiscard]] Result<http::Response> edit(Call &call);
    [[nodiscard]] Result<http::Response> list(Call &call);
    [[nodiscard]] Result<http::Response> points(Call &call);
    [[nodiscard]] Result<http::Response> log(Call &call);
    [[nodiscard]] Result<http::Response> files(Call &call);

    JobSubmission &m_submission;
    JobService &m_jobs;
    LogFollowers &m_followers;
    const WorkspaceLayout &m_layout;
};

} // namespace atelier
