#include "core/storage/JobFacets.h"

#include "core/storage/Database.h"
#include "core/storage/JobRepository.h"
#include "core/storage/Pattern.h"
#include "core/storage/SqlText.h"

namespace atelier {

namespace {

constexpr const char *isListed = " job.parent_id IS NULL AND job.lifecycle = 'active'";

/// `sql` answers texts and counts, with the place of the pattern and of the limit still open.
Result<std::vector<JobFacet>> facets(
    Database &database, JobField field, SqlText sql, const std::string &text, std::int64_t limit)
{
    sql.append({" LIKE ? ESCAPE '\\' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?", {patternAnywhere(text), limit}});
    return database.query(
        sql.text,
        [field](const Row &row) {
            return JobFacet{field, row.get<std::string>(0), row.integer(1)};
        },
        sql.values);
}

SqlText ofColumn(const std::string &column)
{
    return {"SELECT " + column + ", count(*) FROM job WHERE" + isListed + " AND " + column};
}

/// MLflow's own tags are no words of the user's.
SqlText tagKeys()
{
    return {std::string("SELECT key, count(*) FROM tag JOIN job ON job.id = job_id WHERE") + isListed
        + " AND key NOT LIKE 'mlflow.%' AND key"};
}

/// Of parameters and literal inputs; a job that has both of a name is counted once.
SqlText parameterKeys()
{
    return {"SELECT key, count(DISTINCT job_id) FROM (SELECT job_id, key FROM parameter UNION ALL SELECT "
            "job_id, name FROM job_input WHERE "
        + JobRepository::isLiteralInput + ") JOIN job ON job.id = job_id WHERE" + isListed + " AND key"};
}

/// What a filter finds: of a job that has a parameter and an input of the name, the parameter.
SqlText parameterValues(const std::string &key)
{
    return {"SELECT value, count(*) FROM (SELECT job_id, value FROM parameter WHERE key = ?"
            " UNION ALL SELECT job_id, value FROM job_input WHERE name = ? AND "
            + JobRepository::isLiteralInput
            + " AND NOT EXISTS (SELECT 1 FROM parameter WHERE parameter.job_id = job_input.job_id AND key = "
              "?))"
              " JOIN job ON job.id = job_id WHERE"
            + isListed + " AND length(value) <= 200 AND value",
        {key, key, key}};
}

SqlText tagValues(const std::string &key)
{
    return {std::string("SELECT value, count(*) FROM tag JOIN job ON job.id = job_id WHERE") + isListed
            + " AND key = ? AND value",
        {key}};
}

SqlText metricKeys()
{
    return {std::string("SELECT metric_key.name, count(DISTINCT job.id) FROM latest_metric"
                        " JOIN metric_key ON metric_key.id = key_id"
                        " JOIN job AS measured ON measured.id = job_id"
                        " JOIN job ON job.id = ifnull(measured.parent_id, measured.id) WHERE")
        + isListed + " AND metric_key.name"};
}

} // namespace

Result<std::vector<JobFacet>> jobKeys(Database &database, const std::string &text, std::int64_t limit)
{
    const std::pair<JobField, SqlText> sources[] = {
        {JobField::Metric, metricKeys()}, {JobField::Parameter, parameterKeys()}, {JobField::Tag, tagKeys()}};
    std::vector<JobFacet> all;
    for (const auto &[field, sql] : sources) {
        const auto found = facets(database, field, sql, text, limit);
        if (!found)
            return found;
        all.insert(all.end(), found->begin(), found->end());
    }
    return all;
}

Result<std::vector<JobFacet>> jobValues(
    Database &database, JobField field, const std::string &key, const std::string &text, std::int64_t limit)
{
    switch (field) {
    case JobField::State:
        return facets(database, field, ofColumn("job.status"), text, limit);
    case JobField::Type:
        return facets(database, field, ofColumn("job.type"), text, limit);
    case JobField::User:
        return facets(database, field, ofColumn("job.user"), text, limit);
    case JobField::Compute:
        return facets(database, field, ofColumn("job.compute"), text, limit);
    case JobField::Experiment:
        return facets(database, field,
            {std::string("SELECT experiment.name, count(*) FROM job JOIN experiment"
                         " ON experiment.id = experiment_id WHERE")
                + isListed + " AND experiment.name"},
            text, limit);
    case JobField::Tag:
        return facets(database, field, key.empty() ? tagKeys() : tagValues(key), text, limit);
    case JobField::Parameter:
        return facets(database, field, parameterValues(key), text, limit);
    default:
        return std::vector<JobFacet>();
    }
}

} // namespace atelier
