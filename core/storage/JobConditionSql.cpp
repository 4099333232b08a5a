#include "core/storage/JobConditionSql.h"

#include "core/base/Json.h"
#include "core/storage/JobRepository.h"
#include "core/storage/Pattern.h"

namespace atelier {

namespace {

constexpr const char *oneOf = " IN (SELECT value FROM json_each(?))";

/// One parameter for a list of any length, so that there are few different statements.
Value listOf(const std::vector<std::string> &texts)
{
    return toText(Json(texts));
}

template<typename Item, typename MakeSql>
SqlText anyOf(const std::vector<Item> &items, MakeSql make)
{
    SqlText sql;
    for (const Item &item : items) {
        sql.append({sql.text.empty() ? "" : " OR "});
        sql.append(make(item));
    }
    return sql;
}

SqlText textSql(const JobCondition &condition)
{
    return anyOf(condition.texts, [](const std::string &text) {
        return SqlText{
            "(job.name || char(10) || job.display_name || char(10) || job.description) LIKE ? ESCAPE '\\'",
            {patternAnywhere(text)}};
    });
}

std::string_view signOf(JobComparison comparison)
{
    switch (comparison) {
    case JobComparison::Equal:
        return " = ";
    case JobComparison::Less:
        return " < ";
    case JobComparison::LessEqual:
        return " <= ";
    case JobComparison::Greater:
        return " > ";
    case JobComparison::GreaterEqual:
        return " >= ";
    }
    return " = ";
}

/// `column` compared with one of the condition's numbers; the column may hold parameters of its own.
SqlText numberSql(const JobCondition &condition, const SqlText &column)
{
    return anyOf(condition.numbers, [&](double number) {
        SqlText sql = column;
        sql.append({std::string(signOf(condition.comparison)) + "?", {number}});
        return sql;
    });
}

SqlText tagSql(const JobCondition &condition)
{
    if (condition.key.empty())
        return {std::string("job.id IN (SELECT job_id FROM tag WHERE key") + oneOf + ")",
            {listOf(condition.texts)}};
    return {std::string("job.id IN (SELECT job_id FROM tag WHERE key = ? AND value") + oneOf + ")",
        {condition.key, listOf(condition.texts)}};
}

SqlText parameterSql(const JobCondition &condition)
{
    SqlText fits;
    if (condition.comparison == JobComparison::Equal) {
        fits.append({std::string("value") + oneOf, {listOf(condition.texts)}});
    } else {
        // What is no number would be 0 as one.
        fits.append({"value GLOB '*[0-9]*' AND value NOT GLOB '*[^-+.eE0-9]*' AND ("});
        fits.append(numberSql(condition, {"CAST(value AS REAL)"}));
        fits.append({")"});
    }
    SqlText sql{"job.id IN (SELECT job_id FROM parameter WHERE key = ? AND ", {condition.key}};
    sql.append(fits);
    // What was noted counts before what was given.
    sql.append({") OR EXISTS (SELECT 1 FROM job_input WHERE job_id = job.id AND name = ? AND "
            + JobRepository::isLiteralInput
            + " AND NOT EXISTS (SELECT 1 FROM parameter WHERE parameter.job_id = job.id AND key = ?) AND ",
        {condition.key, condition.key}});
    sql.append(fits);
    sql.append({")"});
    return sql;
}

SqlText metricSql(const JobCondition &condition)
{
    SqlText sql{"job.id IN (SELECT shown_by FROM ("};
    sql.append(shownMetric(condition.key));
    sql.append({") WHERE "});
    sql.append(numberSql(condition, {"value"}));
    sql.append({")"});
    return sql;
}

SqlText createdSql(const JobCondition &condition)
{
    return anyOf(condition.times, [](const TimeSpan &span) {
        return SqlText{"(job.created_ms >= ? AND job.created_ms < ?)", {span.fromMs, span.toMs}};
    });
}

SqlText positiveSql(const JobCondition &condition, std::int64_t nowMs)
{
    const auto isOneOf = [&](const std::string &column) {
        return SqlText{column + oneOf, {listOf(condition.texts)}};
    };
    switch (condition.field) {
    case JobField::Text:
        return textSql(condition);
    case JobField::State:
        return isOneOf("job.status");
    case JobField::Type:
        return isOneOf("job.type");
    case JobField::User:
        return isOneOf("job.user");
    case JobField::Compute:
        return isOneOf("job.compute");
    case JobField::Experiment:
        return {std::string("job.experiment_id IN (SELECT id FROM experiment WHERE name") + oneOf + ")",
            {listOf(condition.texts)}};
    case JobField::Tag:
        return tagSql(condition);
    case JobField::Parameter:
        return parameterSql(condition);
    case JobField::Metric:
        return metricSql(condition);
    case JobField::Created:
        return createdSql(condition);
    case JobField::Duration:
        return numberSql(condition, {"(ifnull(job.ended_ms, ?) - job.started_ms)", {nowMs}});
    }
    return {"TRUE"};
}

} // namespace

SqlText sqlOf(const JobCondition &condition, std::int64_t nowMs)
{
    SqlText sql{"("};
    sql.append(positiveSql(condition, nowMs));
    // A job that never started has no duration, so neither `>` nor `<` holds: not `>` does.
    sql.append({condition.isNegated ? ") IS NOT TRUE" : ")"});
    return sql;
}

SqlText shownMetric(const std::string &key)
{
    const std::string ofKey = "key_id = (SELECT id FROM metric_key WHERE name = ?)";
    // With max(), SQLite takes the other columns from the row that has it.
    const std::string ofNewestStep
        = "SELECT step.parent_id AS shown_by, value, max(step.id) FROM job AS step"
          " JOIN latest_metric ON job_id = CASE WHEN step.reused_from = '' THEN step.id"
          " ELSE (SELECT id FROM job WHERE name = step.reused_from) END AND "
        + ofKey + " WHERE step.parent_id IS NOT NULL GROUP BY 1";
    const std::string own = "SELECT job_id, value FROM latest_metric WHERE " + ofKey
        + " AND job_id NOT IN (SELECT shown_by FROM of_newest_step)";
    const std::string reused
        = "SELECT shown.id, value FROM latest_metric JOIN job AS origin ON origin.id = latest_metric.job_id"
          " JOIN job AS shown ON shown.reused_from = origin.name AND shown.reused_from <> '' WHERE "
        + ofKey
        + " AND shown.id NOT IN (SELECT shown_by FROM of_newest_step)"
          " AND NOT EXISTS (SELECT 1 FROM latest_metric AS noted"
          " WHERE noted.job_id = shown.id AND noted.key_id = latest_metric.key_id)";
    // Three parts, each with a column of its own for a comparison from outside: the second and largest then
    // reads a range of an index and no job.
    return {"WITH of_newest_step AS MATERIALIZED (" + ofNewestStep
            + ") SELECT shown_by, value FROM of_newest_step UNION ALL " + own + " UNION ALL " + reused,
        {key, key, key}};
}

} // namespace atelier
