#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace atelier {

/// A way to look at the list of jobs that somebody keeps under a name.
struct JobView
{
    std::string id; ///< a valid job name, chosen by whoever keeps it first
    std::string name;
    std::string filter; ///< `state:failed metric.auc>0.9`
    std::string order; ///< `metric.auc desc`; "" is newest first
    bool isGrouped = false; ///< by experiment
    /// Ids in their order (`created`, `metric.auc`): `+` before one that is always shown, `-` before one that
    /// never is. Empty: as they are by themselves.
    std::vector<std::string> columns;

    /// Whether somebody chose which columns are shown.
    [[nodiscard]] bool hasOwnColumns() const
    {
        return std::any_of(columns.begin(), columns.end(), [](const std::string &column) {
            return !column.empty() && (column[0] == '+' || column[0] == '-');
        });
    }

    bool operator==(const JobView &) const = default;
};

} // namespace atelier
