#include "core/tracking/RunSearchSql.h"

#include "core/domain/JobStatus.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/RunView.h"

#include <algorithm>
#include <map>

namespace atelier {

namespace {

/// The run's status as MLflow names it.
std::string statusSql()
{
    std::string sql = "CASE job.status";
    for (auto status = JobStatus::NotStarted; status <= JobStatus::Skipped;
         status = static_cast<JobStatus>(static_cast<int>(status) + 1))
        sql.append(" WHEN '")
            .append(name(status))
            .append("' THEN '")
            .append(mlflowStatus(status))
            .append("'");
    return sql + " END";
}

Result<std::string> runColumn(const std::string &key)
{
    static const std::map<std::string, std::string> columns{
        {"run_id", "job.name"},
        {"run_name", "job.display_name"},
        {"status", statusSql()},
        {"artifact_uri", "('mlflow-artifacts:/' || job.experiment_id || '/' || job.name || '/artifacts')"},
        {"user_id", "job.user"},
        {"lifecycle_stage", "job.lifecycle"},
        {"experiment_id", "CAST(job.experiment_id AS TEXT)"},
        {"start_time", "ifnull(job.started_ms, job.created_ms)"},
        {"end_time", "job.ended_ms"},
    };
    const auto found = columns.find(key);
    if (found == columns.end())
        return invalidParameter("Invalid attribute key '" + key + "' specified.");
    return found->second;
}

/// The tags that are columns; "" for all others. See RunView.
std::string tagColumn(const std::string &key)
{
    if (key == runNameTag)
        return "job.display_name";
    if (key == noteTag)
        return std::string("ifnull(nullif(job.description, ''), (SELECT value FROM tag WHERE job_id = job.id"
                           " AND key = '")
            + noteTag + "'))";
    if (key == parentRunTag)
        return std::string("ifnull((SELECT value FROM tag WHERE job_id = job.id AND key = '") + parentRunTag
            + "'), (SELECT parent.name FROM job AS parent WHERE parent.id = job.parent_id))";
    return {};
}

constexpr const char *metricKey = "(SELECT id FROM metric_key WHERE name = ?)";

SqlPart amongJobs(const std::string &select, const std::string &key, const SqlPart &condition)
{
    SqlPart part("job.id IN (" + select, {key});
    part.append(" AND ");
    part.append(condition);
    part.append(")");
    return part;
}

SqlPart metricCondition(const FilterClause &clause)
{
    // NaN is kept as NULL; it equals nothing, and so is unequal to everything.
    SqlPart value = comparison(SqlPart("value"), clause);
    if (clause.comparator == Comparator::NotEqual) {
        SqlPart orNan("(value IS NULL OR ");
        orNan.append(value);
        orNan.append(")");
        value = orNan;
    }
    return amongJobs(
        std::string("SELECT job_id FROM latest_metric WHERE key_id = ") + metricKey, clause.key, value);
}

Result<SqlPart> datasetCondition(const FilterClause &clause)
{
    if (clause.key == "context")
        return amongJobs("SELECT job_id FROM dataset_input_tag WHERE key = ?", "mlflow.data.context",
            comparison(SqlPart("value"), clause));
    if (clause.key != "name" && clause.key != "digest")
        return invalidParameter("Invalid dataset key '" + clause.key + "' specified.");
    SqlPart part(
        "job.id IN (SELECT job_id FROM dataset_input JOIN dataset ON dataset.id = dataset_id WHERE ");
    part.append(comparison(SqlPart("dataset." + clause.key), clause));
    part.append(")");
    return part;
}

Result<SqlPart> runCondition(const FilterClause &clause)
{
    switch (clause.entity) {
    case FilterEntity::Attribute: {
        const auto column = runColumn(clause.key);
        if (!column)
            return column.error();
        return comparison(SqlPart(*column), clause);
    }
    case FilterEntity::Metric:
        return metricCondition(clause);
    case FilterEntity::Parameter:
        return amongJobs(
            "SELECT job_id FROM parameter WHERE key = ?", clause.key, comparison(SqlPart("value"), clause));
    case FilterEntity::Tag:
        if (const std::string column = tagColumn(clause.key); !column.empty())
            return comparison(SqlPart(column), clause);
        return amongJobs(
            "SELECT job_id FROM tag WHERE key = ?", clause.key, comparison(SqlPart("value"), clause));
    case FilterEntity::Dataset:
        return datasetCondition(clause);
    }
    return SqlPart("FALSE");
}

/// The joins that bring what is ordered by, and the ORDER BY itself.
struct Ordering
{
    SqlPart joins;
    std::string by;

    void add(const std::string &expression, bool descending)
    {
        by += (by.empty() ? "" : ", ") + expression + (descending ? " DESC" : "");
    }
};

Result<void> addItem(Ordering &ordering, const OrderItem &item, std::size_t number)
{
    if (item.entity == FilterEntity::Dataset)
        return invalidParameter("Invalid identifier type 'dataset'");
    const std::string alias = "by" + std::to_string(number);
    std::string column = item.entity == FilterEntity::Tag ? tagColumn(item.key) : "";
    if (item.entity == FilterEntity::Attribute) {
        const auto attribute = runColumn(item.key);
        if (!attribute)
            return attribute.error();
        column = *attribute;
    }
    if (!column.empty()) {
        ordering.add("(" + column + ") IS NULL", false);
        ordering.add(column, item.descending);
        return {};
    }
    const bool isMetric = item.entity == FilterEntity::Metric;
    const std::string table = isMetric     ? "latest_metric"
        : item.entity == FilterEntity::Tag ? "tag"
                                           : "parameter";
    ordering.joins.append(
        SqlPart(" LEFT JOIN " + table + " AS " + alias + " ON " + alias + ".job_id = job.id AND " + alias
                + (isMetric ? std::string(".key_id = ") + metricKey : ".key = ?"),
            {item.key}));
    // Numbers first, then NaN, then runs without this metric, whichever the direction.
    ordering.add(
        "CASE WHEN " + alias + ".job_id IS NULL THEN 2 WHEN " + alias + ".value IS NULL THEN 1 ELSE 0 END",
        false);
    ordering.add(alias + ".value", item.descending);
    return {};
}

Result<Ordering> orderingOf(const std::vector<OrderItem> &items)
{
    Ordering ordering;
    bool isByStart = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isRepeated = std::any_of(
            items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), [&](const OrderItem &item) {
                return item.entity == items[i].entity && item.key == items[i].key;
            });
        if (isRepeated)
            return invalidParameter("`order_by` contains duplicate fields: " + items[i].key);
        if (auto added = addItem(ordering, items[i], i); !added)
            return added.error();
        isByStart = isByStart || (items[i].entity == FilterEntity::Attribute && items[i].key == "start_time");
    }
    if (!isByStart)
        ordering.add("ifnull(job.started_ms, job.created_ms)", true);
    ordering.add("job.name", false);
    return ordering;
}

} // namespace

Result<SqlPart> runSearchSql(const RunCriteria &criteria)
{
    const auto ordering = orderingOf(criteria.order);
    if (!ordering)
        return ordering.error();
    SqlPart sql("SELECT job.id FROM job");
    sql.append(ordering->joins);
    sql.append(" WHERE ");
    sql.append(isOneOf("job.experiment_id", criteria.experimentIds));
    sql.append(" AND job.lifecycle IN " + criteria.stages);
    for (const FilterClause &clause : criteria.clauses) {
        const auto part = runCondition(clause);
        if (!part)
            return part.error();
        sql.append(" AND ");
        sql.append(*part);
    }
    sql.append(" ORDER BY " + ordering->by);
    return sql;
}

} // namespace atelier
