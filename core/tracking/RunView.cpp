#include "core/tracking/RunView.h"

#include "core/storage/ParameterRepository.h"
#include "core/storage/TagRepository.h"

#include <algorithm>

namespace atelier {

namespace {

void addTag(std::vector<KeyValue> &tags, const char *key, const std::string &value)
{
    const auto place
        = std::find_if(tags.begin(), tags.end(), [&](const KeyValue &tag) { return tag.key >= key; });
    if (place == tags.end() || place->key != key)
        tags.insert(place, {key, value});
}

/// The column counts, whatever an older version kept beside it.
void putColumn(std::vector<KeyValue> &tags, const char *key, const std::string &value)
{
    std::erase_if(tags, [&](const KeyValue &tag) { return tag.key == key; });
    addTag(tags, key, value);
}

} // namespace

Result<RunView> viewRun(Database &database, JobRow job)
{
    auto metrics = MetricRepository::latest(database, job.id);
    if (!metrics)
        return metrics.error();
    auto parameters = ParameterRepository::ofJob(database, job.id);
    if (!parameters)
        return parameters.error();
    auto tags = TagRepository::ofJob(database, job.id);
    if (!tags)
        return tags.error();
    auto inputs = DatasetRepository::ofJob(database, job.id);
    if (!inputs)
        return inputs.error();
    putColumn(*tags, runNameTag, job.displayName);
    if (!job.description.empty())
        putColumn(*tags, noteTag, job.description);
    if (job.parentId) {
        const auto parent = JobRepository::nameOf(database, *job.parentId);
        if (!parent)
            return parent.error();
        if (*parent)
            addTag(*tags, parentRunTag, **parent);
    }
    return RunView{
        std::move(job), std::move(*metrics), std::move(*parameters), std::move(*tags), std::move(*inputs)};
}

std::string artifactUri(const JobRow &job)
{
    return "mlflow-artifacts:/" + std::to_string(job.experimentId) + "/" + job.name + "/artifacts";
}

} // namespace atelier
