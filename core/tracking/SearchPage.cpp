#include "core/tracking/SearchPage.h"

#include "core/storage/Database.h"
#include "core/tracking/MlflowError.h"
#include "core/tracking/MlflowLimits.h"

#include <charconv>
#include <optional>

namespace atelier {

namespace {

std::optional<std::int64_t> offsetOf(const std::string &token)
{
    std::int64_t offset = 0;
    const char *end = token.data() + token.size();
    const auto [stopped, error] = std::from_chars(token.data(), end, offset);
    if (error != std::errc() || stopped != end || offset < 0)
        return std::nullopt;
    return offset;
}

/// The SQL list of the stages that a view shows; "" for no view.
std::string stagesOf(const Json &view)
{
    if (view == "ACTIVE_ONLY" || view == 1 || view == "1")
        return "('active')";
    if (view == "DELETED_ONLY" || view == 2 || view == "2")
        return "('deleted')";
    if (view == "ALL" || view == 3 || view == "3")
        return "('active', 'deleted')";
    return {};
}

} // namespace

SearchPage parseSearchPage(MlflowFields &fields, const Json &request, const char *viewKey)
{
    SearchPage page;
    page.limit = fields.integer("max_results").value_or(page.limit);
    if (page.limit < 1)
        fields.fail(invalidParameter("Invalid value " + std::to_string(page.limit)
            + " for parameter 'max_results' supplied. It must be a positive integer"));
    if (page.limit > mlflow_limits::searchResults)
        fields.fail(invalidParameter("Invalid value " + std::to_string(page.limit)
            + " for parameter 'max_results' supplied. It must be at most "
            + std::to_string(mlflow_limits::searchResults)));
    if (const std::string token = fields.text("page_token"); !token.empty()) {
        const auto offset = offsetOf(token);
        page.offset = offset.value_or(0);
        if (!offset)
            fields.fail(invalidParameter("Invalid page token, decoded value=" + token));
    }
    const auto view = request.find(viewKey);
    page.stages = stagesOf(view == request.end() || view->is_null() ? Json("ACTIVE_ONLY") : *view);
    if (page.stages.empty())
        fields.fail(
            invalidParameter(invalidValue(viewKey, *view, "It must be ACTIVE_ONLY, DELETED_ONLY or ALL.")));
    return page;
}

Result<std::vector<std::int64_t>> pageOfIds(
    Database &database, SqlPart statement, const SearchPage &page, std::string &next)
{
    // One row more than asked for tells whether there is another page.
    statement.append(SqlPart(" LIMIT ? OFFSET ?", {page.limit + 1, page.offset}));
    auto ids = database.query(
        statement.text(), [](const Row &row) { return row.integer(0); }, statement.values());
    if (!ids || static_cast<std::int64_t>(ids->size()) <= page.limit)
        return ids;
    ids->pop_back();
    next = std::to_string(page.offset + page.limit);
    return ids;
}

} // namespace atelier
