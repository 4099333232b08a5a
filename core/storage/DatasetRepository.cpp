#include "core/storage/DatasetRepository.h"

#include "core/storage/Database.h"

#include <utility>

namespace atelier {

namespace {

Result<std::int64_t> datasetId(Database &database, std::int64_t experimentId, const DatasetRow &row)
{
    const auto known = database.value<std::int64_t>(
        "SELECT id FROM dataset WHERE experiment_id = ?1 AND name = ?2 AND digest = ?3", experimentId,
        row.name, row.digest);
    if (!known)
        return known.error();
    if (*known)
        return **known;
    Result<void> done = database.run(
        "INSERT INTO dataset (experiment_id, name, digest, source_type, source, schema, profile)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        experimentId, row.name, row.digest, row.sourceType, row.source, row.schema, row.profile);
    if (!done)
        return done.error();
    return database.lastInsertId();
}

} // namespace

Result<void> DatasetRepository::log(
    Database &database, std::int64_t experimentId, std::int64_t jobId, const DatasetInput &input)
{
    const Result<std::int64_t> id = datasetId(database, experimentId, input.dataset);
    if (!id)
        return id.error();
    if (Result<void> done = database.run(
            "INSERT OR IGNORE INTO dataset_input (job_id, dataset_id) VALUES (?1, ?2)", jobId, *id);
        !done)
        return done;
    for (const KeyValue &tag : input.tags)
        if (Result<void> done = database.run(
                "INSERT INTO dataset_input_tag (job_id, dataset_id, key, value) VALUES (?1, ?2, ?3, ?4)"
                " ON CONFLICT (job_id, dataset_id, key) DO UPDATE SET value = excluded.value",
                jobId, *id, tag.key, tag.value);
            !done)
            return done;
    return {};
}

Result<std::vector<DatasetInput>> DatasetRepository::ofJob(Database &database, std::int64_t jobId)
{
    using Found = std::pair<std::int64_t, DatasetInput>;
    Result<std::vector<Found>> found = database.query(
        "SELECT id, name, digest, source_type, source, schema, profile"
        " FROM dataset_input JOIN dataset ON dataset.id = dataset_id WHERE job_id = ?1 ORDER BY id",
        [](const Row &row) {
            DatasetRow dataset{row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3),
                row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6)};
            return Found{row.get<std::int64_t>(0), {std::move(dataset), {}}};
        },
        jobId);
    if (!found)
        return found.error();
    std::vector<DatasetInput> inputs;
    for (auto &[id, input] : *found) {
        Result<std::vector<KeyValue>> tags = database.query(
            "SELECT key, value FROM dataset_input_tag WHERE job_id = ?1 AND dataset_id = ?2 ORDER BY key",
            readKeyValue, jobId, id);
        if (!tags)
            return tags.error();
        input.tags = std::move(*tags);
        inputs.push_back(std::move(input));
    }
    return inputs;
}

} // namespace atelier
