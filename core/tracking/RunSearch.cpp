#include "core/tracking/RunSearch.h"

#include "core/storage/ReaderPool.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowJson.h"
#include "core/tracking/RunSearchSql.h"
#include "core/tracking/RunView.h"
#include "core/tracking/SearchPage.h"

namespace atelier {

namespace {

RunCriteria parseCriteria(MlflowFields &fields)
{
    RunCriteria criteria;
    for (const std::string &text : fields.texts("experiment_ids")) {
        if (const auto id = parseExperimentId(text))
            criteria.experimentIds.push_back(*id);
        else
            fields.fail(id.error());
    }
    if (auto clauses = parseFilter(fields.text("filter"), runFilterRules()))
        criteria.clauses = std::move(*clauses);
    else
        fields.fail(clauses.error());
    for (const std::string &text : fields.texts("order_by")) {
        if (auto item = parseOrder(text, runFilterRules()))
            criteria.order.push_back(std::move(*item));
        else
            fields.fail(item.error());
    }
    return criteria;
}

Result<Json> viewOf(Database &database, std::int64_t id)
{
    static const std::string select
        = "SELECT " + JobRepository::columnsWithoutDocument + " FROM job WHERE id = ?";
    auto row = database.first(select, JobRepository::read, id);
    if (!row)
        return row.error();
    if (!*row)
        return doesNotExist("A run that was found is gone.");
    const auto view = viewRun(database, std::move(**row));
    if (!view)
        return view.error();
    return runJson(*view);
}

} // namespace

RunSearch::RunSearch(ReaderPool &readers)
    : m_readers(readers)
{
}

Result<Json> RunSearch::search(const Caller &, const Json &request) const
{
    MlflowFields fields(request);
    const SearchPage page = parseSearchPage(fields, request, "run_view_type");
    RunCriteria criteria = parseCriteria(fields);
    if (!fields.isGood())
        return fields.error();
    criteria.stages = page.stages;
    const auto sql = runSearchSql(criteria);
    if (!sql)
        return sql.error();
    return m_readers.read([&](Database &database) -> Result<Json> {
        std::string next;
        const auto ids = pageOfIds(database, *sql, page, next);
        if (!ids)
            return ids.error();
        Json answer = Json::object();
        for (const std::int64_t id : *ids) {
            auto run = viewOf(database, id);
            if (!run)
                return run;
            answer["runs"].push_back(std::move(*run));
        }
        if (!next.empty())
            answer["next_page_token"] = next;
        return answer;
    });
}

} // namespace atelier
