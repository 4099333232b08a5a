#include "core/tracking/ExperimentSearch.h"

#include "core/document/FilterGrammar.h"
#include "core/storage/ExperimentRepository.h"
#include "core/storage/ReaderPool.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/SearchPage.h"

#include <map>

namespace atelier {

namespace {

Result<std::string> experimentColumn(const std::string &key)
{
    static const std::map<std::string, std::string> columns{
        {"name", "experiment.name"},
        {"experiment_id", "experiment.id"},
        {"creation_time", "experiment.created_ms"},
        {"last_update_time", "experiment.updated_ms"},
    };
    const auto found = columns.find(key);
    if (found == columns.end())
        return invalidParameter("Invalid attribute key '" + key + "' specified.");
    return found->second;
}

Result<SqlPart> experimentCondition(const FilterClause &clause)
{
    if (clause.entity == FilterEntity::Tag) {
        SqlPart part(
            "experiment.id IN (SELECT experiment_id FROM experiment_tag WHERE key = ? AND ", {clause.key});
        part.append(comparison(SqlPart("value"), clause));
        part.append(")");
        return part;
    }
    if (clause.key == "experiment_id")
        return comparison(SqlPart("CAST(experiment.id AS TEXT)"), clause);
    const auto column = experimentColumn(clause.key);
    if (!column)
        return column.error();
    return comparison(SqlPart(*column), clause);
}

Result<std::string> orderBy(const std::vector<std::string> &texts)
{
    std::string by;
    for (const std::string &text : texts) {
        const auto item = parseOrder(text, experimentFilterRules());
        if (!item)
            return item.error();
        const auto column = item->entity == FilterEntity::Attribute
            ? experimentColumn(item->key)
            : Result<std::string>(
                invalidParameter("Invalid order_by entity: experiments are ordered by attributes."));
        if (!column)
            return column;
        by += *column + (item->descending ? " DESC, " : ", ");
    }
    if (by.empty())
        by = "experiment.created_ms DESC, ";
    return by + "experiment.id DESC";
}

Result<SqlPart> experimentSearchSql(
    const std::string &filter, const std::vector<std::string> &order, const std::string &stages)
{
    const auto clauses = parseFilter(filter, experimentFilterRules());
    if (!clauses)
        return clauses.error();
    SqlPart sql("SELECT experiment.id FROM experiment WHERE experiment.lifecycle IN " + stages);
    for (const FilterClause &clause : *clauses) {
        const auto part = experimentCondition(clause);
        if (!part)
            return part.error();
        sql.append(" AND ");
        sql.append(*part);
    }
    const auto by = orderBy(order);
    if (!by)
        return by.error();
    sql.append(" ORDER BY " + *by);
    return sql;
}

} // namespace

ExperimentSearch::ExperimentSearch(ReaderPool &readers)
    : m_readers(readers)
{
}

Result<Json> ExperimentSearch::search(const Caller &, const Json &request) const
{
    MlflowFields fields(request);
    const SearchPage page = parseSearchPage(fields, request, "view_type");
    const auto sql = experimentSearchSql(fields.text("filter"), fields.texts("order_by"), page.stages);
    if (!fields.isGood())
        return fields.error();
    if (!sql)
        return sql.error();
    return m_readers.read([&](Database &database) -> Result<Json> {
        std::string next;
        const auto ids = pageOfIds(database, *sql, page, next);
        if (!ids)
            return ids.error();
        Json answer = Json::object();
        for (const std::int64_t id : *ids) {
            const auto row = ExperimentRepository::find(database, id);
            if (!row)
                return row.error();
            if (*row)
                answer["experiments"].push_back(experimentJson(**row));
        }
        if (!next.empty())
            answer["next_page_token"] = next;
        return answer;
    });
}

} // namespace atelier
