#include "core/service/ExperimentRoutes.h"

#include "core/storage/ExperimentListing.h"

namespace atelier {

namespace {

Json toJson(const ExperimentSummary &experiment)
{
    Json json{{"name", experiment.name}, {"jobs", experiment.jobs}, {"running", experiment.running},
        {"queued", experiment.queued}, {"failed", experiment.failed}, {"canceled", experiment.canceled},
        {"completed", experiment.completed}, {"last_ms", experiment.lastMs}};
    if (experiment.best)
        json["best"] = {{"key", experiment.best->key}, {"value", numberJson(experiment.best->value)},
            {"goal", name(experiment.best->goal)}, {"job", experiment.bestJob},
            {"title", experiment.bestTitle}};
    return json;
}

} // namespace

void ExperimentRoutes::add(RouteTable &routes)
{
    routes.add({http::Method::Get, "/api/v1/experiments", Rule::everyone(),
        "All experiments with a job: how many, in which state, and which is the best.",
        [this](Call &) { return list(); }});
}

Result<http::Response> ExperimentRoutes::list()
{
    const auto experiments = m_readers.read([](Database &database) { return listExperiments(database); });
    if (!experiments)
        return experiments.error();
    Json list = Json::array();
    for (const ExperimentSummary &experiment : *experiments)
        list.push_back(toJson(experiment));
    return jsonResponse({{"experiments", std::move(list)}});
}

} // namespace atelier
